// What was reckoned from a day that was told, with the lines of the answer that have the same figure, and what was not looked at; the whole answer is one tap away.
import type { Answer } from '../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { linesOf } from '../../knowledge/said.ts';
import { type Context, type Draft, line, reply } from '../context.ts';
import type { Block } from '../message.ts';
import { staffChoice } from '../replies/choices.ts';
import { withMark } from '../replies/standing.ts';
import { linesOfAnswer } from './lines-of-answer.ts';

/** `sets`: whether a figure of a line is the one that was counted by. */
export type Counted = {
  said: readonly Block[];
  only: string;
  sets: (unit: string, value: number) => boolean;
};

export function reckonedWith(
  context: Context,
  answer: Answer | undefined,
  { said, only, sets }: Counted,
): Draft {
  const { knowledge } = context.world;
  const lines = answer ? linesOf(answer).filter((text) => hasFigure(knowledge, text, sets)) : [];
  if (!answer || lines.length === 0)
    return {
      state: context.state,
      replies: [reply([...said, line(only)], [staffChoice(knowledge)])],
      outcome: 'small_talk',
    };
  const own: Block[] = [
    ...said,
    ...lines.map((text): Block => ({ kind: 'detail', text: withMark(answer, text) })),
    line(only),
  ];
  return linesOfAnswer(context, answer, own);
}

const hasFigure = ({ words }: Knowledge, text: string, sets: Counted['sets']): boolean =>
  figuresIn(text, unitsOf(words.units)).some(({ value, unit }) => sets(unit, value));
