// "Thế 8 tháng thì sao" behind an answer with a limit of time: whether it is reached, and the sentence that says so.
import type { Context, Draft } from '../context.ts';
import { spanHeld } from '../replies/span.ts';
import { withMark } from '../replies/standing.ts';
import { asksOnly } from '../understand/own-figures.ts';
import { answerOfNow } from './answer-of-now.ts';
import { linesOfAnswer } from './lines-of-answer.ts';

export function spanAsked({ state, world }: Context, message: string): Draft | undefined {
  const { knowledge } = world;
  const answer = answerOfNow({ state, world });
  const named = answer?.card.spans.flatMap(({ when }) => when) ?? [];
  if (!answer || named.length === 0 || !asksOnly(message, [...named, ...passing])) return undefined;
  const [said, ...rest] = spanHeld(knowledge, answer, state.told, message);
  if (!said) return undefined;
  return linesOfAnswer({ state, world }, answer, [
    said,
    { kind: 'detail', text: withMark(answer, answer.answer) },
    ...rest,
  ]);
}
const passing = ['tháng', 'năm', 'rưỡi', 'thôi', 'sao', 'mới', 'bên', 'họ', 'bọn', 'chúng'];
