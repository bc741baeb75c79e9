// "10 nhà thì mấy nhà giơ tay", "7/12 đủ chưa" behind an answer that sets a majority: the number, what it was reckoned from, and the sentence that says so.
import type { Answer } from '../../knowledge/answer.ts';
import { say } from '../../knowledge/wording.ts';
import { isAsking } from '../../language/asking.ts';
import { clean } from '../../language/fold.ts';
import { type Context, type Draft, line, saying } from '../context.ts';
import type { Block } from '../message.ts';
import { majorityOf } from '../replies/majority.ts';
import { withMark } from '../replies/standing.ts';
import { firstSentence } from '../understand/phrasing/claims.ts';
import { answerOfNow } from './answer-of-now.ts';
import { linesOfAnswer } from './lines-of-answer.ts';

/** `ask` answers what is asked in a sentence behind it. */
export function majorityAsked(
  context: Context,
  message: string,
  ask: (context: Context, message: string) => Draft,
): Draft | undefined {
  const { state, world } = context;
  const answer = answerOfNow(context);
  if (!answer || answer.card.majorities.length === 0) return undefined;
  const reckoned = (text: string): Block | undefined =>
    majorityOf(world.knowledge, answer, state.told, text)[0];
  const { first, rest } = firstSentence(clean(message));
  const ahead = isAsking(rest) ? reckoned(first) : undefined;
  if (ahead) return saying(ahead, ask(context, rest));
  const said = reckoned(message);
  return said && withRule(context, answer, said);
}

function withRule(context: Context, answer: Answer, said: Block): Draft {
  const blocks: Block[] = [
    said,
    { kind: 'detail', text: withMark(answer, answer.answer) },
    line(say(context.world.knowledge.wording, 'bound_only')),
  ];
  return linesOfAnswer(context, answer, blocks);
}
