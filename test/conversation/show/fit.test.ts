// Replies cut to a channel's limits: nothing lost, nothing too long, choices on the last part.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Limits, plainText, type Reply } from '../../../src/conversation/message.ts';
import { fitTo } from '../../../src/conversation/show/fit.ts';

const zalo: Limits = { maxText: 2000, maxChoices: 5, maxLabel: 100, buttons: false };
const buttons: Limits = { maxText: 4096, maxChoices: 8, maxLabel: 60, buttons: true };
const choices = [
  { id: 'a', label: 'Một' },
  { id: 'b', label: 'Hai' },
];

test('a short reply stays as it is', () => {
  const reply: Reply = { blocks: [{ kind: 'say', text: 'Chào bạn.' }], choices };
  expect(fitTo(reply, buttons)).toEqual([reply]);
});

test('a long reply is cut at sentence ends and keeps every word in order', () => {
  const sentence = 'Hợp tác xã cần ít nhất 05 thành viên chính thức tự nguyện thành lập. ';
  const reply: Reply = { blocks: [{ kind: 'say', text: sentence.repeat(90).trim() }], choices };
  const parts = fitTo(reply, zalo);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts.slice(0, -1)) {
    expect(plainText(part).trimEnd().endsWith('.')).toBe(true);
    expect(part.choices).toEqual([]);
  }
  const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
  const whole = words(sentence.repeat(90));
  const shown = words(parts.flatMap((p) => p.blocks.map((b) => b.text)).join(' '));
  expect(shown.slice(0, whole.length)).toEqual(whole);
});

test('any reply fits: length in UTF-16 units, no surrogate cut in two', () => {
  const block = fc.record({
    kind: fc.constantFrom(
      'say' as const,
      'strong' as const,
      'detail' as const,
      'quote' as const,
      'note' as const,
    ),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3000 }),
  });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      for (const part of fitTo({ blocks, choices }, zalo)) {
        const text = plainText(part);
        expect(text.length).toBeLessThanOrEqual(zalo.maxText);
        expect(text.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
