// Edits of one YAML card: the values become what was asked, and every line that was not meant stays as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Key, type Value, valuesOf } from '../../../src/knowledge/sheet/columns.ts';
import { editCard } from '../../../src/knowledge/sheet/edit.ts';
import { real } from '../../support/packs.ts';

const text = `# Luật sư Hà duyệt lần hai.
title: Thẻ thử   # tên ngắn

status: published
forms:
  - htx
# Nhắc: câu này phải khớp Điều 8.
answer: >-
  Câu thứ nhất rất dài
  xuống dòng ở đây.

details:
    # ý chính
    - "Ý một."   # đã đối chiếu
    - 'Ý hai.'
    # ý phụ
    - Ý ba.
review_by: 2027-05-23
asks:
  - hỏi một
  - "2 người hỏi"
  # nghe ở chợ
  - hỏi ba
`;
const edit = (changes: [Key, Value][]): string => editCard(text, new Map(changes));

describe('comments and layout stay', () => {
  const cases: [string, [Key, Value][], (text: string) => string][] = [
    ['nothing', [], (t) => t],
    ['a word', [['title', 'Tên mới']], (t) => t.replace('Thẻ thử', 'Tên mới')],
    [
      'a folded sentence',
      [['answer', 'Ngắn.']],
      (t) => t.replace('Câu thứ nhất rất dài\n  xuống dòng ở đây.', 'Ngắn.'),
    ],
    [
      'an item in the middle',
      [['details', ['Ý một.', 'Ý hai: sửa.', 'Ý ba.']]],
      (t) => t.replace("'Ý hai.'", "'Ý hai: sửa.'"),
    ],
    ['an item taken out', [['details', ['Ý một.', 'Ý ba.']]], (t) => t.replace("    - 'Ý hai.'\n", '')],
    [
      'items put in front, between and behind',
      [['asks', ['đầu', 'hỏi một', '2 người hỏi', 'giữa', 'hỏi ba', 'cuối # lạ']]],
      (t) =>
        t
          .replace('asks:\n', 'asks:\n  - đầu\n')
          .replace('người hỏi"\n', 'người hỏi"\n  - giữa\n')
          .replace('hỏi ba\n', 'hỏi ba\n  - "cuối # lạ"\n'),
    ],
    ['a field taken out', [['forms', []]], (t) => t.replace('forms:\n  - htx\n', '')],
    [
      'fields put in where they belong',
      [
        ['next', 'Gọi cán bộ.'],
        ['for', 'Mọi người.'],
        ['known', 'false'],
      ],
      (t) =>
        t
          .replace('published\n', 'published\nknown: false\n')
          .replace('    - Ý ba.\n', '    - Ý ba.\nfor: Mọi người.\nnext: "Gọi cán bộ."\n'),
    ],
  ];
  test.each(cases)('%s', (_, changes, want) => {
    const wanted = want(text);
    if (changes.length > 0) expect(wanted).not.toBe(text);
    expect(edit(changes)).toBe(wanted);
  });

  test('a file that does not end in a line end', () => {
    expect(editCard('title: a\nasks:\n  - b', new Map([['asks', ['b', 'c']]]))).toBe(
      'title: a\nasks:\n  - b\n  - c\n',
    );
  });
});

const sentence = fc.oneof(
  fc.constantFrom(
    'Có: hai chấm',
    '- gạch đầu',
    '# thăng',
    "'nháy'",
    '"kép"',
    '05',
    'null',
    '* sao',
    'a #b',
    '> c',
    '{d}',
    'x'.repeat(300),
  ),
  fc.lorem({ maxCount: 40 }),
);
const list = fc.uniqueArray(sentence, { minLength: 1, maxLength: 9 });
const change = fc.oneof(
  fc.record({ key: fc.constantFrom<Key>('title', 'answer', 'for', 'next', 'reviewer'), value: sentence }),
  fc.record({ key: fc.constantFrom<Key>('details', 'cites', 'related', 'asks'), value: list }),
  fc.record({ key: fc.constantFrom<Key>('for', 'next', 'earlier'), value: fc.constant('') }),
);
const cards = [...real.knowledge.cards.values()];

test('whatever is written into any card is read back, and every other field is untouched', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cards), fc.array(change, { maxLength: 4 }), (card, changes) => {
      const source = real.sources.find((f) => f.path === `cards/${card.topic}/${card.id}.yaml`)?.text ?? '';
      const edits = new Map<Key, Value>(changes.map((c) => [c.key, c.value]));
      const read = parse(editCard(source, edits), { schema: 'failsafe' });
      for (const [key, before] of Object.entries({ ...valuesOf(card), asks: card.asks })) {
        const want = edits.get(key as Key) ?? before;
        expect(read[key] ?? (Array.isArray(want) ? [] : '')).toEqual(want);
      }
    }),
    { numRuns: 400 },
  );
});

test('lines of a list that stay keep their bytes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...cards), fc.infiniteStream(fc.boolean()), (card, keep) => {
      const source = real.sources.find((f) => f.path === `cards/${card.topic}/${card.id}.yaml`)?.text ?? '';
      const kept = card.asks.filter(() => keep.next().value);
      if (kept.length === 0) return;
      const lines = new Set(source.split('\n'));
      const after = editCard(source, new Map([['asks', kept]])).split('\n');
      expect(after.every((line) => lines.has(line))).toBe(true);
      expect(source.split('\n').length - after.length).toBe(card.asks.length - kept.length);
    }),
    { numRuns: 200 },
  );
});
