// Which lines of an answer a turn showed, so that whoever complains does not get them once more.
import { answerWith } from '../../knowledge/answer.ts';
import { linesOf } from '../../knowledge/said.ts';
import type { Context, Draft } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import type { State } from '../state.ts';

/** By their places in the answer; undefined where no card is said. */
export function shownBy({ world }: Context, draft: Draft): State['shown'] {
  const [card] = draft.cards ?? [];
  const beyond = draft.outcome === 'choose' && card === draft.state.topic.card;
  const answer =
    (says.includes(draft.outcome) || beyond) && card
      ? answerWith(world.knowledge, card, draft.state.topic.asOf ?? world.today)
      : undefined;
  if (!answer) return undefined;
  const said = draft.replies.flatMap((r) => r.blocks.map((b) => b.text)).join('\n');
  return {
    card: answer.card.id,
    lines: linesOf(answer).flatMap((line, at) => (said.includes(line) ? [at] : [])),
  };
}
const says: readonly Outcome[] = ['answered', 'out_of_date', 'no_answer'];
