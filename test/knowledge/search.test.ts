// The parts that the ranker is made of: pairs kept by number, features counted, likeness that leaves a text out, weights that explain themselves.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Features } from '../../src/knowledge/search/features.ts';
import { fieldOf } from '../../src/knowledge/search/field.ts';
import type { Bag } from '../../src/knowledge/search/gatherer.ts';
import { learnEmbedding } from '../../src/knowledge/search/learn-embedding.ts';
import type { Embedded } from '../../src/knowledge/search/learned.ts';
import { marksOf } from '../../src/knowledge/search/marks.ts';
import { oneByOne } from '../../src/knowledge/search/one-by-one.ts';
import { buildRanker } from '../../src/knowledge/search/ranker.ts';
import { ringReader } from '../../src/knowledge/search/rings.ts';
import { spellingReader } from '../../src/knowledge/search/spellings.ts';
import { weights } from '../../src/knowledge/search/weights.ts';
import { entriesOf, languageOf } from '../../src/knowledge/search.ts';
import { PairMap } from '../../src/language/pair-map.ts';
import { knowledge } from '../support/knowledge.ts';

const number = fc.oneof(fc.integer(), fc.integer({ min: 0, max: 40 }));

test('a table of pairs keeps what a map would keep', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 200 }), (pairs) => {
      const table = new PairMap(2);
      const map = new Map<string, number>();
      for (const [left, right] of pairs) {
        const key = `${left} ${right}`;
        expect(table.get(left, right)).toBe(map.get(key) ?? -1);
        const given = table.number(left, right);
        expect(given).toBe(map.get(key) ?? map.size);
        map.set(key, given);
      }
      expect(table.size).toBe(map.size);
      for (const [left, right] of pairs) expect(table.get(left, right)).toBe(map.get(`${left} ${right}`));
    }),
  );
});

const said = (tokens: readonly string[], means: readonly string[] = []) => ({ tokens, means });

describe('features', () => {
  test('words, pairs and runs of letters are counted once each; once closed, what is new is only counted', () => {
    const features = new Features();
    const first = features.of(said(['to', 'hop', 'tac', 'to', 'hop']));
    expect(first.words.counts.toSorted()).toEqual([1, 1, 1, 2, 2, 2]);
    expect(features.sizes).toEqual({
      words: 6,
      skips: 3,
      letters: first.letters.ids.length,
      fours: first.fours.ids.length,
    });
    features.close();
    const later = features.of(said(['to', 'moi', 'hop']));
    expect(later.words).toEqual({ ids: [0, 1], counts: [1, 1], unknown: { words: 1, pairs: 2 } });
    expect(features.sizes.words).toBe(6);
    expect(features.of(said(['to', 'hop', 'tac', 'to', 'hop']))).toEqual(first);
  });

  test('any row of tokens is read to the same features with names as without', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 12 }), (tokens) => {
        const features = new Features();
        const { words, skips, letters, fours } = features.of(said(tokens));
        features.close();
        const named = features.named(said(tokens));
        const idsOf = (kind: string): number[] => named.filter((f) => f.kind === kind).map((f) => f.id);
        expect(idsOf('words').toSorted()).toEqual(words.ids.toSorted());
        expect(idsOf('skips').toSorted()).toEqual(skips.ids.toSorted());
        expect(idsOf('letters').toSorted()).toEqual(letters.ids.toSorted());
        expect(idsOf('fours').toSorted()).toEqual(fours.ids.toSorted());
      }),
    );
  });
});

describe('a field', () => {
  const texts = [
    ['so', 'che'],
    ['so', 'che', 'xanh'],
    ['le', 'phi'],
    ['le', 'phi', 'so', 'che'],
  ];
  const features = new Features();
  const bags = texts.map((t) => features.of(said(t)).words);
  features.close();
  const options = { k1: 1.2, b: 0.5, pair: 0.5, common: 1, features: features.sizes.words };
  const isPair = (id: number): boolean => features.isPair(id);

  test.each(['bm25', 'cosine'] as const)(
    '%s: the same text is the likest, and likeness agrees with the scores',
    (kind) => {
      const field = fieldOf(bags, { ...options, kind, isPair });
      bags.forEach((bag, own) => {
        const scores = new Float32Array(texts.length);
        field.score(bag, 2, scores);
        expect(scores.indexOf(Math.max(...scores))).toBe(own);
        scores.forEach((score, text) => {
          expect(score).toBeCloseTo(2 * field.likeness(bag, text), 5);
        });
      });
    },
  );

  test('a text left out has nothing; a text with a part left out has what remains', () => {
    const field = fieldOf(bags, { ...options, kind: 'bm25', isPair });
    const asked = features.of(said(['le', 'phi'])).words;
    const out = new Float32Array(texts.length);
    field.score(asked, 1, out, { text: 2, left: () => 0 });
    expect(out[2]).toBeCloseTo(0, 2);
    const partly = new Float32Array(texts.length);
    field.score(asked, 1, partly, { text: 2, left: (id: number) => (id === asked.ids[0] ? 1 : 0) });
    expect(partly[2]).toBeGreaterThan(0.1);
    expect(partly[2]).toBeLessThan(field.likeness(asked, 2));
  });
});

describe('texts one by one', () => {
  const features = new Features();
  const bags = Array.from({ length: 60 }, (_, i) => features.of(said(['hop', 'tac', `so ${i % 7}`])).words);
  features.close();
  const groups = Int32Array.from([0, 10, 10, 35, 60]);
  const isPair = (id: number): boolean => features.isPair(id);
  const options = { k1: 1, b: 0.3, pair: 1, common: 1, features: features.sizes.words, isPair };
  const asked = features.of(said(['hop', 'tac', 'so 3', 'moi'])).words;

  test.each(['bm25', 'cosine'] as const)('%s: the same as an index of them all gives', (kind) => {
    const field = fieldOf(bags, { ...options, kind });
    const texts = oneByOne(bags, groups, { ...options, kind });
    for (const bag of [asked, bags[5] as Bag]) {
      const all = new Float32Array(60);
      field.score(bag, 2, all);
      const each = new Float32Array(60);
      texts.score(bag, 2, [0, 1, 2, 3], each);
      each.forEach((score, text) => {
        expect(score).toBeCloseTo(all[text] as number, 4);
        expect(score).toBeCloseTo(2 * texts.likeness(bag, text), 4);
      });
    }
  });

  test('only the groups looked at are given anything, and nothing is left of the message before', () => {
    const texts = oneByOne(bags, groups, { ...options, kind: 'bm25' });
    const some = new Float32Array(60);
    texts.score(asked, 1, [1, 2], some);
    expect([...some.entries()].filter(([, score]) => score > 0).map(([text]) => text)).toEqual(
      Array.from({ length: 25 }, (_, i) => i + 10),
    );
    const nothing = new Float32Array(60);
    texts.score({ ids: [], counts: [], unknown: { words: 1, pairs: 0 } }, 1, [0, 2, 3], nothing);
    expect(Math.max(...nothing)).toBe(0);
  });
});

describe('marks', () => {
  const marks = marksOf([
    { asks: ['Giới Phiên thuộc phường nào'] },
    { asks: ['bot giỏi thế'] },
    { asks: ['gioi'] },
  ]);
  test.each([
    ['giỏi quá', [-0.5, 0.5, 0]],
    ['Giới Phiên', [1, -0.5, 0]],
    ['gioi phien', [0, 0, 0]],
    ['', [0, 0, 0]],
  ])('%s', (message, agreed) => {
    expect([0, 1, 2].map(marks(message))).toEqual(agreed);
  });
});

describe('rings', () => {
  const spell = (text: string): string[] => text.split(' ');
  const meant = ringReader(
    [
      { means: 'close', said: ['giai the', 'xoa so', 'xoa so han ten'] },
      { means: 'where', said: ['o dau', 'ten'] },
    ],
    spell,
  );
  test.each([
    ['giai the htx o dau', ['close', 'where']],
    ['xoa so han ten', ['close', 'where']],
    ['giai phap the thao', []],
    ['giai the xoa so', ['close']],
    ['', []],
  ])('%s', (text, means) => {
    expect(meant(spell(text))).toEqual({ tokens: spell(text), means });
  });

  test('what one phrasing taught holds for another of its ring, and says so', () => {
    const entries = [
      { id: 'close', asks: ['giai the hop tac xa', 'muon giai the', 'giai the thi lam sao'] },
      { id: 'name', asks: ['dat ten hop tac xa', 'ten hop tac xa', 'ten goi the nao'] },
    ];
    const rings = [{ means: 'giải thể', said: ['giải thể', 'khai tử'] }];
    const found = (language: Parameters<typeof buildRanker>[1]) =>
      buildRanker(entries, language).rank('khai tu hop tac xa')[0];
    const language = languageOf(knowledge);
    const without = found({ ...language, rings: [] })?.parts.like ?? 0;
    const ranker = buildRanker(entries, { ...language, rings });
    expect(ranker.rank('khai tu hop tac xa')[0]?.id).toBe('close');
    expect(ranker.rank('khai tu hop tac xa')[0]?.parts.like).toBeGreaterThan(without);
    const why = ranker.explain('khai tu hop tac xa', 'close');
    expect(why.means).toEqual(['giải thể']);
    expect(why.words.map((w) => w.word)).toContain('≈giải thể');
  });
});

describe('the embedding', () => {
  const samples = (count: number) =>
    Array.from({ length: count * 6 }, (_, i) => {
      const entry = i % count;
      return {
        key: i,
        entry,
        read: { rows: Int32Array.of(entry, count), values: Float32Array.of(0.7, 0.7) },
      };
    });
  const nearest = ({ entries, places, points, unit, size }: Embedded, feature: number, count: number) => {
    const at = places[feature] as number;
    const nearness = Array.from({ length: count }, (_, entry) =>
      Array.from({ length: size }, (_, d) => unit * (points[at + d] ?? 0) * (entries[entry * size + d] ?? 0)),
    ).map((parts) => parts.reduce((a, b) => a + b, 0));
    return nearness.indexOf(Math.max(...nearness));
  };
  test.each([3, 40, 700])('among %i entries a feature comes to lie nearest its own', (count) => {
    const learned = learnEmbedding(samples(count), count + 2, count, weights);
    const right = Array.from({ length: count }, (_, e) => e).filter((e) => nearest(learned, e, count) === e);
    expect(right.length / count).toBeGreaterThan(0.9);
    expect(learned.places[count + 1]).toBe(-1);
    expect(learnEmbedding(samples(count), count + 2, count, weights)).toEqual(learned);
  });
});

test('a way of asking more moves the answers of its own card, and hardly those of others', () => {
  const entries = entriesOf(knowledge)
    .slice(0, 60)
    .map((e) => ({ ...e, asks: e.asks.slice(0, 14) }));
  const [changed] = entries;
  const language = languageOf(knowledge);
  const before = buildRanker(entries, language);
  const after = buildRanker(
    entries.map((e) => (e === changed ? { ...e, asks: e.asks.slice(0, -3) } : e)),
    language,
  );
  // Said in part, so that training decides and not the very words.
  const said = entries.slice(1).flatMap((e) => e.asks.map((ask) => ask.split(' ').slice(0, 5).join(' ')));
  const moves = said.map((message) => {
    const [old, now] = [before.rank(message)[0], after.rank(message)[0]];
    return { same: old?.id === now?.id, by: Math.abs((old?.score ?? 0) - (now?.score ?? 0)) };
  });
  expect(moves.filter((m) => !m.same).length / moves.length).toBeLessThan(0.01);
  expect(moves.reduce((sum, m) => sum + m.by, 0) / moves.length).toBeLessThan(0.01);
});

test('training puts right what likeness confuses, and says by which words', () => {
  const rows = (id: string, said: string, n: number) => ({
    id,
    asks: Array.from(
      { length: n },
      (_, i) => `${said} ${['che', 'que', 'lon', 'ca', 'lua', 'ngo'][i % 6]} ${i}`,
    ),
  });
  const ranker = buildRanker(
    [rows('nop', 'don xin vay von nop dau', 12), rows('lau', 'don xin vay von bao lau', 12)],
    languageOf(knowledge),
  );
  expect(ranker.rank('vay von trong che nop o dau')[0]?.id).toBe('nop');
  const why = ranker.explain('vay von trong che nop o dau', 'nop');
  expect(why.words.map((w) => w.word)).toContain('nop');
  const nop = why.trained.find((t) => t.feature === 'nop');
  expect(nop?.adds).toBeGreaterThan(0);
  expect(why.parts?.words).toBeGreaterThan(0);
});

describe('what a curator wrote', () => {
  const entries = [
    { id: 'thue-dat', asks: ['thuê đất', 'tiền thuê đất', 'đi thuê đất'], text: 'thuê đất' },
    { id: 'thue', asks: ['thuế đất', 'nộp thuế đất', 'thuế gì', 'hỏi chung'], text: 'thuế đất' },
    { id: 'khac', asks: ['việc khác', 'hỏi chung'], text: 'việc khác' },
  ];
  const ranker = buildRanker(entries, languageOf(knowledge));

  test('is understood as written, marks or none; what two entries have belongs to neither', () => {
    expect(ranker.rank('nop thue dat')[0]).toMatchObject({ id: 'thue' });
    expect(ranker.rank('nop thue dat')[0]?.score).toBeGreaterThanOrEqual(0.98);
    expect(ranker.rank('hỏi chung')[0]?.score).toBeLessThan(0.98);
  });

  test('marks tell words apart that are alike without them', () => {
    const read = spellingReader(entries.flatMap((e) => e.asks));
    expect(read('thuê hay thuế')).toEqual(['thuê', 'thuế']);
    expect(read('thue hay thue')).toEqual([]);
    expect(read('việc của đất')).toEqual([]);
  });
});
