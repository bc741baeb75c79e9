// Completes a turn: the notice on the first one, what was offered remembered, what is kept without the person's own.
import type { Context, Draft } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { noticeBlock } from '../replies/menu.ts';
import { deniedStill } from '../state/denied-cards.ts';
import type { Responded } from '../world.ts';
import { askedNow } from './asked.ts';
import { figuresNow } from './figures.ts';
import { mattersNow } from './matters.ts';
import { notForming, withoutOffer } from './offering.ts';
import { reckonedNow } from './reckoned.ts';
import { shownBy } from './shown.ts';
import { subjectsNow } from './subjects.ts';
import { hiddenNumber, ownOf, saidWithoutOwn, shownWithoutOwn } from './without-own.ts';

export function finish({ state, heard, world }: Context, drafted: Draft): Responded {
  const told = notForming({ state, heard, world }, drafted);
  const draft = withoutOffer({ state, heard, world }, drafted, told);
  const notice = state.greeted ? undefined : noticeBlock(world);
  const replies = notice
    ? draft.replies.map((r, i, all) => (i === all.length - 1 ? { ...r, blocks: [...r.blocks, notice] } : r))
    : draft.replies;
  const offered = replies.at(-1)?.choices ?? [];
  const own = ownOf({ state, world }, draft.state, draft.happened);
  const withoutOwn = (text: string): string => saidWithoutOwn(text, own);
  const said =
    heard.kind === 'text' || heard.kind === 'choice'
      ? heard.text
      : heard.kind === 'contact'
        ? hiddenNumber
        : '';
  return {
    state: {
      ...draft.state,
      greeted: true,
      offered: [...offered],
      asked: askedNow({ state, heard, world }, draft)?.map(withoutOwn),
      figures: figuresNow({ state, heard, world }, draft),
      reckoned: reckonedNow({ state, heard, world }, draft),
      matters: mattersNow({ state, heard, world }, draft)?.map(withoutOwn),
      shown: shownBy({ state, heard, world }, draft) ?? draft.state.shown,
      subjects: subjectsNow({ state, heard, world }, draft),
      denied: deniedStill(state, draft.state),
      notForming: told,
      lastAt: world.now.toISOString(),
      distress: lastsFor.includes(draft.outcome) ? draft.state.distress : undefined,
      pastDistress: draft.state.distress ?? draft.state.pastDistress,
    },
    replies,
    outcome: draft.outcome,
    happened: (draft.happened ?? []).map((h) =>
      h.kind === 'gap' ? { ...h, question: withoutOwn(h.question) } : h,
    ),
    kept: {
      said: withoutOwn(draft.keptSaid ?? said),
      replies: shownWithoutOwn(replies, own),
      cards: draft.cards ?? [],
    },
  };
}

/** Distress stays in mind until something else is answered or done; a word of thanks is neither. */
const lastsFor: readonly Outcome[] = ['urgent', 'small_talk'];
