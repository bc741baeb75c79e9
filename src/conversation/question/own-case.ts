// What an answer means for what the person told of themselves and of a loss, right behind what it says.
import type { Answer } from '../../knowledge/answer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Context } from '../context.ts';
import type { Block, Reply } from '../message.ts';
import { estimateOf } from '../replies/estimate.ts';
import { majorityOf } from '../replies/majority.ts';
import { limitsOf } from '../replies/own-limit.ts';
import { boundOf, partOf } from '../replies/own-part.ts';
import { portionsOf } from '../replies/portion.ts';
import { spanHeld } from '../replies/span.ts';
import { termBlocks } from '../replies/term.ts';
import { forYou } from '../replies/told.ts';
import type { State } from '../state.ts';
import { termHeld } from '../understand/day/term.ts';
import { usualTerm } from '../understand/day/usual-term.ts';

export function withOwn({ state, heard, world }: Context, shown: Reply, answer: Answer): Reply {
  const text = heard.kind === 'text' ? heard.text : '';
  const { knowledge } = world;
  const now = answer.day === world.today;
  const own = [
    ...(now ? forYou(knowledge, answer, state.told, text) : []),
    ...(now || isOfLoss(state, answer) ? estimateOf(knowledge, answer, state.loss, text) : []),
    ...(now ? figuresOfOwn(knowledge, answer, state, text) : []),
  ];
  return behindSaid(shown, own);
}

/** What was lost in a year past is counted by the rates of then. */
export const isOfLoss = ({ lossOn }: Pick<State, 'lossOn'>, { card, day }: Answer): boolean =>
  card.loss === true && day === lossOn;

/** What shares, ceilings, majorities and limits of time come to for what is named, and which day a period ends on; held against a share, what that share comes to is said with it. */
export function figuresOfOwn(
  knowledge: Knowledge,
  answer: Answer,
  { told, figures }: Pick<State, 'told' | 'figures'>,
  text: string,
): Block[] {
  const before = figures?.card === answer.card.id ? figures : undefined;
  const held = partOf(knowledge, answer, told, text, before);
  const usual = usualTerm(knowledge, answer);
  const term = usual && termHeld(text, answer.day, usual);
  return [
    ...(held.length > 0 ? held : portionsOf(knowledge, answer, text)),
    ...boundOf(knowledge, answer, told, text),
    ...limitsOf(knowledge, answer, told, text),
    ...majorityOf(knowledge, answer, told, text),
    ...spanHeld(knowledge, answer, told, text),
    ...(term ? termBlocks(knowledge, answer.day, term) : []),
  ];
}

export function behindSaid(shown: Reply, own: readonly Block[]): Reply {
  const at = shown.blocks.findIndex((b) => b.kind === 'strong') + 1;
  return { ...shown, blocks: [...shown.blocks.slice(0, at), ...own, ...shown.blocks.slice(at)] };
}
