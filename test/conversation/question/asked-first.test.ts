// The lines that are surely asked for stand right behind an answer's sentence; nothing is added or lost.
import { expect, test } from 'vitest';
import { askedFirst } from '../../../src/conversation/question/asked-first.ts';
import { answerReply } from '../../../src/conversation/replies/answer.ts';
import { freshState } from '../../../src/conversation/state.ts';
import type { World } from '../../../src/conversation/world.ts';
import { answerWith } from '../../../src/knowledge/answer.ts';
import { knowledge, today } from '../../support/knowledge.ts';

const shown = (id: string, text: string | undefined) => {
  const answer = answerWith(knowledge, id, today);
  if (!answer) throw new Error(id);
  const whole = answerReply(knowledge, answer, today);
  const heard = text === undefined ? { kind: 'empty' as const } : { kind: 'text' as const, text, cut: false };
  const world = { knowledge, today } as World;
  return { whole, asked: askedFirst({ state: freshState, heard, world }, whole, answer) };
};
const behindSentence = ({ blocks }: { blocks: readonly { kind: string; text: string }[] }): string =>
  blocks[blocks.findIndex((b) => b.kind === 'strong') + 1]?.text ?? '';

test.each([
  ['vo-chong-khong-dong-y', 'tien rieng cua vo gop vao thi chong co quyen doi lai ko', 'Tiền riêng của vợ'],
  ['tai-san-duoc-ho-tro', 'máy hỏng rồi muốn bán thì hỏi ai', 'Máy hỏng, không dùng nữa'],
])('%s: %s', (id, text, begins) => {
  const { whole, asked } = shown(id, text);
  expect(behindSentence(whole)).not.toContain(begins);
  expect(behindSentence(asked)).toContain(begins);
  expect(asked.blocks).toHaveLength(whole.blocks.length);
  expect(new Set(asked.blocks)).toEqual(new Set(whole.blocks));
});

test.each([
  ['nothing was typed', 'vo-chong-khong-dong-y', undefined],
  ['nothing of it is asked for', 'vo-chong-khong-dong-y', 'ok'],
  ['the answer itself is asked for', 'vay-khong-the-chap', 'vay ngân hàng không thế chấp được bao nhiêu'],
  ['few lines', 'kiem-toan', 'ho tro kiem toan thi duoc may tien'],
])('as it stands where %s', (_, id, text) => {
  const { whole, asked } = shown(id, text);
  expect(asked.blocks).toEqual(whole.blocks);
});
