// What an answer means for what the person told of themselves and of a loss, right behind what it says.
import type { Answer } from '../../knowledge/answer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Context } from '../context.ts';
import type { Block, Reply } from '../message.ts';
import { estimateOf } from '../replies/estimate.ts';
import { limitsOf } from '../replies/own-limit.ts';
import { portionsOf } from '../replies/portion.ts';
import { forYou } from '../replies/told.ts';
import type { Told } from '../state.ts';

export function withOwn({ state, heard, world }: Context, shown: Reply, answer: Answer): Reply {
  const own =
    answer.day === world.today
      ? [
          ...forYou(world.knowledge, answer, state.told, heard.kind === 'text' ? heard.text : ''),
          ...estimateOf(world.knowledge, answer, state.loss, heard.kind === 'text' ? heard.text : ''),
          ...figuresOfOwn(world.knowledge, answer, state.told, heard.kind === 'text' ? heard.text : ''),
        ]
      : [];
  return behindSaid(shown, own);
}

/** What shares and ceilings come to for the sums that are named. */
export const figuresOfOwn = (knowledge: Knowledge, answer: Answer, told: Told, text: string): Block[] => [
  ...portionsOf(knowledge, answer, text),
  ...limitsOf(knowledge, answer, told, text),
];

export function behindSaid(shown: Reply, own: readonly Block[]): Reply {
  const at = shown.blocks.findIndex((b) => b.kind === 'strong') + 1;
  return { ...shown, blocks: [...shown.blocks.slice(0, at), ...own, ...shown.blocks.slice(at)] };
}
