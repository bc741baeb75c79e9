// What is kept of a turn says all that the person was told, whatever it was put before or behind: staff read the kept talk.
import { expect, test } from 'vitest';
import { talkAlone } from '../../../src/conversation/talk-alone.ts';
import { knowledge } from '../../support/knowledge.ts';

const textOf = (replies: readonly { blocks: readonly { text: string }[] }[]): string[] =>
  replies.flatMap((r) => r.blocks.map((b) => b.text));

test.each([
  ['the emergency numbers before the form of a call', ['tôi bị đánh', 'cho tôi gặp cán bộ'], /113/],
  ['nothing was erased, before a new form', ['xóa thông tin của tôi', 'đăng ký lập nhóm'], /chưa xóa gì/],
  ['a place outside, before a form', ['em ở Văn Chấn muốn lập tổ hợp tác trồng chè 5 người'], /Văn Chấn/],
])('%s', (_, said, told) => {
  const talk = talkAlone(knowledge, '2026-11-24');
  const turns = said.map((text) => talk.say({ kind: 'text', text }));
  const last = turns.at(-1);
  const shown = textOf(last?.replies ?? []).filter((text) => told.test(text));
  expect(shown.length).toBeGreaterThan(0);
  expect(textOf(last?.kept.replies ?? [])).toEqual(expect.arrayContaining(shown));
});
