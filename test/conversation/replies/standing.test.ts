// What a person reads when rules follow one another, or when only part of an answer is over: made-up dates on the real pack.
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/conversation/message.ts';
import { answerReply, quoteReply } from '../../../src/conversation/replies/answer.ts';
import { answerWith } from '../../../src/knowledge/answer.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import type { Card } from '../../../src/knowledge/schema/card.ts';
import type { Document } from '../../../src/knowledge/schema/document.ts';
import { successorsOf } from '../../../src/knowledge/validity.ts';
import { knowledge, today } from '../../support/knowledge.ts';

const text = (id: string, dates: Partial<Document>): Document => ({
  id,
  number: `${id}/QĐ`,
  title: id,
  short: `Quyết định ${id}`,
  issuer: 'I',
  verified: 'v',
  ...dates,
});
const first = text('mot', { in_force_from: '2020-01-01', ended_on: '2022-12-31', replaced_by: 'hai' });
const second = text('hai', { in_force_from: '2023-01-01', ended_on: '2024-12-31', replaced_by: 'ba' });
const third = text('ba', { in_force_from: '2025-01-01' });

/** The pack with one card about two made-up clauses: one of `first`, one of a text in force. */
function packWith(documents: readonly Document[], card: Partial<Card>): Knowledge {
  const clause = (id: string, document: string, words: string) => ({
    id,
    document,
    words,
    facts: ['X'],
    source: 'đọc từ cổng thử',
    confidence: 'verified' as const,
  });
  const model = knowledge.cards.get('htx-so-nguoi') as Card;
  return {
    ...knowledge,
    documents: new Map([...documents, text('con', { in_force_from: '2020-01-01' })].map((d) => [d.id, d])),
    provisions: new Map(
      [
        clause('cu', 'mot', 'hỗ trợ không quá 20 triệu đồng mỗi hợp tác xã mới'),
        clause('nay', 'con', 'hợp tác xã có ít nhất 05 thành viên chính thức'),
      ].map((p) => [p.id, p]),
    ),
    cards: new Map([
      [
        'the',
        {
          ...model,
          id: 'the',
          earlier: undefined,
          related: [],
          next: undefined,
          cites: ['cu', 'nay'],
          ...card,
        },
      ],
    ]),
  } as Knowledge;
}
function readOn(pack: Knowledge, day: string): string {
  const answer = answerWith(pack, 'the', day);
  return answer ? plainText(answerReply(pack, answer, day)) : '';
}

describe('a chain of replacements', () => {
  const pack = packWith([first, second, third], {
    answer: 'Được không quá 20 triệu đồng.',
    details: [],
    cites: ['cu'],
  });
  test.each([
    ['2022-12-31', /^Được/],
    ['2023-01-01', /đến hết ngày 31\/12\/2022, sau đó có Quyết định hai thay\./],
    ['2025-01-01', /sau đó có Quyết định hai, rồi Quyết định ba thay\./],
  ])('%s', (day, said) => expect(readOn(pack, day)).toMatch(said));

  test('the last one over too: nothing newer is in the store', () => {
    const over = packWith([first, { ...second, replaced_by: undefined }], pack.cards.get('the') as Card);
    expect(readOn(over, '2025-01-01')).toMatch(
      /Quyết định hai thay, nay cũng đã qua. Văn bản sau đó tôi chưa có/,
    );
  });

  test('a ring in the register ends', () => {
    const ring = new Map([['a', text('a', { ended_on: '2020-01-01', replaced_by: 'a' })]]);
    expect(successorsOf(ring, 'a', today)).toHaveLength(1);
  });
});

describe('an answer that rests partly on a rule that is over', () => {
  const details = ['Hợp tác xã mới được không quá 20 triệu đồng.', 'Nộp ở phường.'];
  const answer = 'Cần ít nhất 05 thành viên chính thức.';

  test('the sentence whose figure is over is marked, the others are not', () => {
    const said = readOn(packWith([first, second, third], { answer, details }), today);
    expect(said).toContain('không quá 20 triệu đồng. (đến 31/12/2022)');
    expect(said).toContain('- Nộp ở phường.\n');
    expect(said).toMatch(
      /một phần dựa trên Quyết định mot .*rồi Quyết định ba thay\. Đó là chỗ có ghi “\(đến 31\/12\/2022\)”/,
    );
  });

  test('where no sentence carries a figure, the clause itself is told', () => {
    const said = readOn(packWith([first], { answer, details: ['Có hỗ trợ cho hợp tác xã mới.'] }), today);
    expect(said).toContain('Phần đó ghi: “hỗ trợ không quá 20 triệu đồng mỗi hợp tác xã mới”.');
  });

  test('a rule in force that only a detail rests on does not keep the answer alive', () => {
    const pack = packWith([first], { answer: 'Được không quá 20 triệu đồng.', details: [answer] });
    expect(answerWith(pack, 'the', today)?.validity).toBe('ended');
    expect(readOn(pack, today)).toMatch(/^Lưu ý: quy định này chỉ áp dụng đến hết ngày 31\/12\/2022/);
  });

  test('a part that is still to come is told as well', () => {
    const later = text('mot', { in_force_from: '2027-01-01' });
    const said = readOn(packWith([later], { answer, details }), today);
    expect(said).toContain('một phần dựa trên Quyết định mot (từ 01/01/2027 mới áp dụng)');
  });
});

test('each quote says where it was read, and in how many sources', () => {
  const said =
    quoteReply(knowledge, citationsOn('htx-so-nguoi', today), today, today)?.blocks.map((b) => b.text) ?? [];
  expect(said.join('\n')).toMatch(
    /Nguồn: đọc từ Bộ pháp điển \(bản chép\), .*; đối chiếu ở hai nguồn trở lên\./,
  );
  for (const p of knowledge.provisions.values()) expect(p.source).toMatch(/^đọc từ /);
});

const citationsOn = (id: string, day: string) => answerWith(knowledge, id, day)?.citations ?? [];
