// Titles were offered and none chosen: what is said next may go on from any of them.
import { expect, test } from 'vitest';
import { freshState, type State } from '../../../../src/conversation/state.ts';
import { alsoBehindOffered } from '../../../../src/conversation/understand/follow-up/behind-offered.ts';
import { knowledge } from '../../../support/knowledge.ts';

const plain = [{ id: 'htx-noi-nop', score: 0.6 }];
const withOffered = (offered: string[], answered?: true): State => ({
  ...freshState,
  unsure: { question: 'lập tổ', failures: 0, refused: [], offered, ...(answered ? { answered } : {}) },
});
const read = (state: State) => alsoBehindOffered(knowledge, state, 'nộp ở đâu', plain, []);

test('what is said behind titles is read behind each of them too', () => {
  const hits = read(withOffered(['tht-ho-so', 'tht-cac-buoc']));
  expect(hits[0]?.id).toBe('tht-noi-nop');
  expect(hits.map((h) => h.id)).toContain('htx-noi-nop');
  expect(hits.every((h, i) => i === 0 || h.score <= (hits[i - 1]?.score ?? 0))).toBe(true);
});

test('without titles, or where one was answered at once, it is read as it was', () => {
  expect(read(freshState)).toBe(plain);
  expect(read(withOffered([]))).toBe(plain);
  expect(read(withOffered(['tht-ho-so'], true))).toBe(plain);
});
