// The peer H4: each of its parts does what the study says of it.
import { describe, expect, test } from 'vitest';
import { bagReader } from '../../bench/h4/bags.ts';
import { bm25Of } from '../../bench/h4/bm25.ts';
import { charCosineOf } from '../../bench/h4/char-cosine.ts';
import { buildH4, h4 } from '../../bench/h4/h4.ts';
import { trainLinear } from '../../bench/h4/linear.ts';
import { normaliserOf } from '../../bench/h4/normaliser.ts';
import { syllables } from '../../src/language/fold.ts';

const entries = [
  { id: 'found', asks: ['thành lập hợp tác xã', 'muốn lập hợp tác xã cần gì'], text: 'Cần năm thành viên.' },
  { id: 'loan', asks: ['vay vốn ở đâu', 'hợp tác xã được vay vốn không'], text: 'Quỹ hỗ trợ phát triển.' },
  { id: 'tax', asks: ['có phải nộp thuế không', 'miễn thuế mấy năm'], text: 'Theo luật thuế.' },
];
const texts = entries.flatMap((e) => e.asks.map(syllables));
const likest = (of: (words: readonly string[]) => Float64Array, q: string): number => {
  const sums = of(syllables(q));
  return sums.indexOf(Math.max(...sums));
};

describe('the normaliser', () => {
  const normalise = normaliserOf(texts, { ko: 'khong' });
  test.each([
    ['shorthand', 'vay ko', 'vay khong'],
    ['initials of the entries', 'lap htx', 'lap hop tac xa'],
    ['joined syllables', 'nopthue', 'nop thue'],
    ['a letter too many', 'mienn thue', 'mien thue'],
    ['two letters swapped', 'thue maynam', 'thue may nam'],
    ['joined and with a slip', 'vayvom', 'vay von'],
    ['words it has', 'vay von o dau', 'vay von o dau'],
    ['a word unlike any', 'xqwrtpl', 'xqwrtpl'],
    ['a number', '2023 nam', '2023 nam'],
  ])('reads %s', (_, typed, read) => {
    expect(normalise(typed.split(' ')).join(' ')).toBe(read);
  });
});

test('BM25 finds the text with the rare words, one where it is the question itself', () => {
  const of = bm25Of(texts, h4.bm25);
  expect(likest(of, 'miễn thuế')).toBe(5);
  expect(Math.max(...of(texts[0] ?? []))).toBeCloseTo(1, 0);
});

test('pieces of characters find joined words', () => {
  expect(likest(charCosineOf(texts), 'thanhlap hoptacxa')).toBe(0);
  expect(charCosineOf(texts)(texts[2] ?? [])[2]).toBeCloseTo(1, 6);
});

test('a classifier learns its rows', () => {
  const { size, read } = bagReader(texts);
  const rows = texts.map((words, i) => ({ bag: read(words), entry: Math.floor(i / 2) }));
  const chances = trainLinear(rows, size, entries.length, h4.training);
  for (const { bag, entry } of rows) expect(chances(bag)[entry]).toBeGreaterThan(0.8);
});

test('the whole ranks by question, and by the answer where only that has the words', () => {
  const { rank } = buildH4(entries);
  expect(rank('muon lap htx')).toEqual(['found', 'loan', 'tax']);
  expect(rank('quy ho tro')).toContain('loan');
  expect((rank('quy ho tro') as string[])[0]).toBe('loan');
});
