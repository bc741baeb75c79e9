// Behind an answer about money, whether the sum is sure: it is not ours to promise; what it depends on is said, and who decides.

import { type Answer, answerWith } from '../../knowledge/answer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { type Context, type Draft, line } from '../context.ts';
import type { Block } from '../message.ts';
import { estimateOf } from '../replies/estimate.ts';
import { doubtsSum } from '../understand/follow-up/sum-doubted.ts';
import { linesOfAnswer } from './lines-of-answer.ts';

export function sumDoubted(context: Context, text: string): Draft | undefined {
  const { state, world } = context;
  const { knowledge, today } = world;
  const last = state.topic.card;
  const answer = last && doubtsSum(text) ? answerWith(knowledge, last, state.topic.asOf ?? today) : undefined;
  if (!answer || answer.card.known === false || !speaksOfMoney(answer)) return undefined;
  const own: Block[] = [
    { kind: 'strong', text: say(knowledge.wording, 'sum_not_sure') },
    ...estimateOf(knowledge, answer, state.loss),
    ...conditionsOf(knowledge, answer),
    ...(answer.next ? [line(answer.next)] : []),
  ];
  return linesOfAnswer(context, answer, own);
}

const speaksOfMoney = ({ answer, details }: Answer): boolean =>
  [answer, ...details].some((text) => /\d[\d.,]* (?:(?:triệu|nghìn|tỷ) )?đồng/u.test(text));

/** The lines of the answer that say on what it depends. */
const conditionsOf = ({ words }: Knowledge, { details }: Answer): Block[] =>
  details
    .filter((text) => words.conditions.some((w) => fold(text).includes(fold(w))))
    .map((text) => ({ kind: 'detail', text }));
