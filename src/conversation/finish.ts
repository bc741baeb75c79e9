// Completes a turn: the notice on the first one, what was offered remembered, what is kept masked.
import { asksForPerson } from '../language/asking.ts';
import { fold, syllables } from '../language/fold.ts';
import { maskNumbers } from '../language/phones.ts';
import type { Context, Draft } from './context.ts';
import type { Outcome } from './outcome.ts';
import { noticeBlock } from './replies/menu.ts';
import type { Responded } from './world.ts';

export function finish({ state, heard, world }: Context, draft: Draft): Responded {
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

/** Kept where a question or a story was heard outside a form; a short one stands beside what it goes on from. */
function askedNow({ state, heard }: Context, draft: Draft): string[] | undefined {
  const before = draft.state.asked;
  if (heard.kind !== 'text' || state.flow || draft.state.flow || !heardOut.includes(draft.outcome))
    return before;
  if (ofTheForm.test(fold(heard.text)) || asksForPerson(heard.text)) return before;
  const said = maskNumbers(heard.text).slice(0, longestAsked);
  return syllables(said).length < ofItsOwn && before?.[0] !== undefined ? [before[0], said] : [said];
}
/** "Ơ sao dừng, tên em là Hà mà", "gọi lại cho tôi": about the form or the call, not what they are about. */
const ofTheForm =
  /\bten (?:em|e|toi|minh|chau|bac|co|chu|anh|chi) la\b|\bsao (?:lai )?dung\b|\bgoi lai\b|\bghi lai\b|\bphieu\b/;
const heardOut: readonly Outcome[] = ['answered', 'out_of_date', 'choose', 'no_answer', 'urgent'];
const ofItsOwn = 7;
const longestAsked = 180;

/** Distress stays in mind until something else is answered or done; a word of thanks is neither. */
const lastsFor: readonly Outcome[] = ['urgent', 'small_talk'];
