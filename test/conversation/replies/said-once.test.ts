// What holds for two answers in one reply stands once.
import { expect, test } from 'vitest';
import type { Reply } from '../../../src/conversation/message.ts';
import { saidOnce } from '../../../src/conversation/replies/said-once.ts';
import { say } from '../../../src/knowledge/wording.ts';
import { knowledge } from '../../support/knowledge.ts';

const open = say(knowledge.wording, 'interest_open');
const answer = (warn: string, said: string): Reply => ({
  blocks: [
    { kind: 'warn', text: warn },
    { kind: 'strong', text: said },
    { kind: 'say', text: open },
  ],
  choices: [],
});
const texts = (replies: readonly Reply[]): string[] => replies.flatMap((r) => r.blocks.map((b) => b.text));

test('the notice of both stands once before them, the closing once behind', () => {
  expect(texts(saidOnce(knowledge, [answer('đã qua', 'một'), answer('đã qua', 'hai')]))).toEqual([
    say(knowledge.wording, 'two_questions_shared'),
    'đã qua',
    'một',
    'hai',
    open,
  ]);
});
test('a notice of one answer stays with it', () => {
  expect(texts(saidOnce(knowledge, [answer('qua một', 'một'), answer('qua hai', 'hai')]))).toEqual([
    say(knowledge.wording, 'two_questions'),
    'qua một',
    'một',
    'qua hai',
    'hai',
    open,
  ]);
});
