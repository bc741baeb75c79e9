// "Không, 500 triệu là cho tổ, sao lại 300" behind the answer with the ceilings: yes, where that is the one of those who are named.
import type { Context, Draft } from '../context.ts';
import type { Block } from '../message.ts';
import { ceilingClaimed } from '../replies/own-limit.ts';
import { withMark } from '../replies/standing.ts';
import { asksOther } from '../understand/own-figures.ts';
import { tellsOf } from '../understand/told/index.ts';
import { answerOfNow } from './answer-of-now.ts';
import { linesOfAnswer } from './lines-of-answer.ts';

export function ceilingConfirmed({ state, world }: Context, message: string): Draft | undefined {
  const { knowledge } = world;
  const answer = answerOfNow({ state, world });
  if (!answer || asksOther(message)) return undefined;
  const own = ceilingClaimed(knowledge, answer, message);
  if (own.length === 0) return undefined;
  const told = tellsOf(message, knowledge, state.told);
  const blocks: Block[] = [...own, { kind: 'detail', text: withMark(answer, answer.answer) }];
  return linesOfAnswer({ state: { ...state, told }, world }, answer, blocks);
}
