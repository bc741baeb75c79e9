// What is said when something went wrong that the person did not do: a turn that failed, a talk that cannot be read any more; and to who writes too fast.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { line, reply } from '../context.ts';
import type { Reply } from '../message.ts';
import { staffChoice } from './choices.ts';

export function faultReply(knowledge: Knowledge): Reply {
  return saying(knowledge, 'fault', [staffChoice(knowledge)]);
}

export const lostStateReply = (knowledge: Knowledge): Reply => saying(knowledge, 'unreadable_state');
export const tooFastReply = (knowledge: Knowledge): Reply => saying(knowledge, 'too_fast');

const saying = ({ wording }: Knowledge, key: WordingKey, choices: Reply['choices'] = []): Reply =>
  reply([line(say(wording, key))], choices);
