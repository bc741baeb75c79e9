// Completes a turn: the notice on the first one, what was offered remembered, what is kept masked.
import { maskNumbers } from '../../language/phones.ts';
import type { Context, Draft } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { noticeBlock } from '../replies/menu.ts';
import { deniedStill } from '../state.ts';
import type { Responded } from '../world.ts';
import { askedNow } from './asked.ts';
import { figuresNow } from './figures.ts';
import { mattersNow } from './matters.ts';
import { notForming, withoutOffer } from './offering.ts';
import { reckonedNow } from './reckoned.ts';
import { shownBy } from './shown.ts';

export function finish({ state, heard, world }: Context, drafted: Draft): Responded {
  const told = notForming({ state, heard, world }, drafted);
  const draft = withoutOffer({ state, heard, world }, drafted, told);
  const notice = state.greeted ? undefined : noticeBlock(world);
  const withNotice = (replies: Draft['replies']): Draft['replies'] =>
    notice
      ? replies.map((r, i) => (i === replies.length - 1 ? { ...r, blocks: [...r.blocks, notice] } : r))
      : replies;
  const replies = withNotice(draft.replies);
  const offered = replies.at(-1)?.choices ?? [];
  const said =
    heard.kind === 'text' || heard.kind === 'choice'
      ? maskNumbers(heard.text)
      : heard.kind === 'contact'
        ? '[số]'
        : '';
  return {
    state: {
      ...draft.state,
      greeted: true,
      offered: [...offered],
      asked: askedNow({ state, heard, world }, draft),
      figures: figuresNow({ state, heard, world }, draft),
      reckoned: reckonedNow({ state, heard, world }, draft),
      matters: mattersNow({ state, heard, world }, draft),
      shown: shownBy({ state, heard, world }, draft) ?? draft.state.shown,
      denied: deniedStill(state, draft.state),
      notForming: told,
      lastAt: world.now.toISOString(),
      distress: lastsFor.includes(draft.outcome) ? draft.state.distress : undefined,
      pastDistress: draft.state.distress ?? draft.state.pastDistress,
    },
    replies,
    outcome: draft.outcome,
    happened: draft.happened ?? [],
    kept: {
      said: draft.masked?.said ?? said,
      replies: withNotice(draft.masked?.replies ?? draft.replies),
      cards: draft.cards ?? [],
    },
  };
}

/** Distress stays in mind until something else is answered or done; a word of thanks is neither. */
const lastsFor: readonly Outcome[] = ['urgent', 'small_talk'];
