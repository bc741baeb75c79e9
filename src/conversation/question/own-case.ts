// What an answer means for what the person told of themselves and of a loss, right behind what it says.
import type { Answer } from '../../knowledge/answer.ts';
import type { Context } from '../context.ts';
import type { Block, Reply } from '../message.ts';
import { estimateOf } from '../replies/estimate.ts';
import { portionsOf } from '../replies/portion.ts';
import { forYou } from '../replies/told.ts';

export function withOwn({ state, heard, world }: Context, shown: Reply, answer: Answer): Reply {
  const own =
    answer.day === world.today
      ? [
          ...forYou(world.knowledge, answer, state.told, heard.kind === 'text' ? heard.text : ''),
          ...estimateOf(world.knowledge, answer, state.loss, heard.kind === 'text' ? heard.text : ''),
          ...portionsOf(world.knowledge, answer, heard.kind === 'text' ? heard.text : ''),
        ]
      : [];
  return behindSaid(shown, own);
}

export function behindSaid(shown: Reply, own: readonly Block[]): Reply {
  const at = shown.blocks.findIndex((b) => b.kind === 'strong') + 1;
  return { ...shown, blocks: [...shown.blocks.slice(0, at), ...own, ...shown.blocks.slice(at)] };
}
