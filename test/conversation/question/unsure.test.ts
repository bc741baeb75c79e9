// What stands beside a title to choose from: the answer in a sentence with its texts, and nothing where its standing takes more words.
import { expect, test } from 'vitest';
import { offer } from '../../../src/conversation/question/unsure.ts';
import { gistBlock } from '../../../src/conversation/replies/answer.ts';
import { freshState } from '../../../src/conversation/state.ts';
import type { World } from '../../../src/conversation/world.ts';
import { answerWith } from '../../../src/knowledge/answer.ts';
import type { Card } from '../../../src/knowledge/schema/card.ts';
import { knowledge, today } from '../../support/knowledge.ts';

const gist = (id: string, day = today) => gistBlock(knowledge, id, day, today)?.text;

test('a rule in force: its sentence and its law', () => {
  expect(gist('htx-so-nguoi')).toContain('ít nhất 05 thành viên');
  expect(gist('htx-so-nguoi')).toContain('(Theo Luật Hợp tác xã 17/2023/QH15.)');
});

test('a text heard to have changed: said to be so', () => {
  expect(gist('htx-ho-so')).toContain('có tin đã đổi');
});

test('a period over, or another day: the title alone', () => {
  expect(gist('nq06-20-trieu')).toBeUndefined();
  expect(gist('htx-so-nguoi', '2025-03-01')).toBeUndefined();
});

test('no card whose law is over today says its figure beside a title', () => {
  const over = [...knowledge.cards.values()].filter(
    ({ id }) => answerWith(knowledge, id, today)?.validity === 'ended',
  );
  expect(over.length).toBeGreaterThan(3);
  for (const { id } of over) expect(gist(id), id).toBeUndefined();
});

const offered = (ids: readonly string[], lastCard?: string): string[] => {
  const state = { ...freshState, topic: lastCard ? { card: lastCard } : {} };
  const world = { knowledge, today } as World;
  const context = { state, heard: { kind: 'text' as const, text: 'thế thì sao', cut: false }, world };
  const cards = ids.map((id) => knowledge.cards.get(id) as Card);
  const [shown] = offer(context, 'thế thì sao', cards, today).replies;
  return (shown?.blocks ?? []).filter((b) => b.kind === 'detail').map((b) => b.text.slice(1, 30));
};

test.each([
  [
    'two of the nearest three',
    ['luat-htx-2023', 'nq06-20-trieu', 'htx-so-nguoi', 'gop-von-toi-da'],
    undefined,
    2,
  ],
  [
    'none of the fourth',
    ['nq06-20-trieu', 'nq06-la-gi', 'htx-so-nguoi-luat-2012', 'gop-von-toi-da'],
    undefined,
    0,
  ],
  ['not the last answer again', ['htx-so-nguoi', 'gop-von-toi-da'], 'htx-so-nguoi', 1],
])('%s', (_, ids, last, count) => {
  expect(offered(ids, last)).toHaveLength(count);
});

const beyond = (id: string, message: string): string => {
  const state = { ...freshState, topic: { card: id } };
  const world = { knowledge, today } as World;
  const context = { state, heard: { kind: 'text' as const, text: message, cut: false }, world };
  const [shown] = offer(context, message, [knowledge.cards.get(id) as Card], today).replies;
  return shown?.blocks.map((b) => b.text).join(' ') ?? '';
};

test.each([
  ['bieu-quyet', 'mấy phiếu', 'mỗi thành viên một phiếu'],
  ['nd9-ma', '1 sào bn', 'không tự chia ra sào'],
  ['qd1804-muc-tieu', 'của riêng tỉnh mình à', 'giai đoạn đó đã qua'],
])('behind %s “%s” gets the nearest line, with its warning and source', (id, message, words) => {
  expect(beyond(id, message)).toContain(words);
  expect(beyond(id, message)).toContain('Căn cứ');
});

test('where no line holds a good part of it, that is said', () => {
  expect(beyond('bieu-quyet', 'họp thì có mấy mâm cơm')).toContain(
    'tôi chưa có câu nói riêng điều bạn vừa hỏi',
  );
});
