// A reply that says some lines of an answer in its place, with its warnings and sources; the whole answer is one tap away.
import type { Answer } from '../../knowledge/answer.ts';
import type { Context, Draft } from '../context.ts';
import type { Block } from '../message.ts';
import { answerReply, outcomeOf } from '../replies/answer.ts';
import { staffChoice, wholeChoice } from '../replies/choices.ts';
import { linesInstead } from '../replies/detail.ts';

export function linesOfAnswer(
  { state, world }: Pick<Context, 'state' | 'world'>,
  answer: Answer,
  lines: readonly Block[],
): Draft {
  const { knowledge, today } = world;
  const whole = answerReply(knowledge, answer, today);
  return {
    state: { ...state, unsure: undefined },
    replies: [
      {
        ...whole,
        blocks: linesInstead(whole, [...lines]),
        choices: [wholeChoice(knowledge, answer.card), staffChoice(knowledge)],
      },
    ],
    outcome: outcomeOf(answer),
    cards: [answer.card.id],
  };
}
