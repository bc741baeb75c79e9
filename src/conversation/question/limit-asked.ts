// "Góp 350 triệu trên 1 tỷ có vượt không" behind the answer with that ceiling: yes or no, what it rests on, and the sentence that says so.
import { say } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { howMany } from '../../language/question-words.ts';
import { type Context, type Draft, line } from '../context.ts';
import type { Block } from '../message.ts';
import { boundOf, partOf } from '../replies/own-part.ts';
import { portionsOf } from '../replies/portion.ts';
import { withMark } from '../replies/standing.ts';
import { asksOnly, asksWhether } from '../understand/own-figures.ts';
import { answerOfNow } from './answer-of-now.ts';
import { linesOfAnswer } from './lines-of-answer.ts';

export function limitAsked({ state, world }: Context, message: string): Draft | undefined {
  const { knowledge } = world;
  const answer = answerOfNow({ state, world });
  if (!answer) return undefined;
  const before = state.figures?.card === answer.card.id ? state.figures : undefined;
  const { portions, bounds } = answer.card;
  const named = [...portions, ...bounds].flatMap((p) => [...p.when, ...('part' in p ? p.part : p.against)]);
  if (!asksOnly(message, named)) return undefined;
  const held = asksWhether(message) ? partOf(knowledge, answer, state.told, message, before) : [];
  const bound = bears.test(fold(message)) ? boundOf(knowledge, answer, state.told, message) : [];
  // "Vậy phải giảm còn bao nhiêu nếu vốn điều lệ 500 triệu": the share itself is asked for.
  const share = howMuch.test(fold(message)) ? portionsOf(knowledge, answer, message) : [];
  const own = [held, bound, share].find((blocks) => blocks.length > 0) ?? [];
  if (own.length === 0) return undefined;
  const [first, ...rest] = own as [Block, ...Block[]];
  const blocks: Block[] = [
    first,
    { kind: 'detail', text: withMark(answer, answer.answer) },
    ...rest,
    ...(own === share ? [] : [line(say(knowledge.wording, own === held ? 'sum_only' : 'bound_only'))]),
  ];
  return linesOfAnswer({ state, world }, answer, blocks);
}

const howMuch = new RegExp(`\\b(?:${howMany})\\b`);
/** How much one bears is asked. */
const bears =
  /\b(?:mat|chiu|tra|den|ganh|lo)(?: [a-z]+){0,5} (?:bao nhieu|bnhieu|bn|nhieu|may|khong|ko|k|het|den dau)\b|\b(?:nhieu nhat|toi da|den dau)\b/;
