// Checks the ways of asking: enough of them, really different, and none claimed by two cards.
import { syllables } from '../../language/fold.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Report } from './report.ts';

export const fewestAsks = 15;

export function checkAsks(k: Knowledge, report: Report): void {
  const seen = new Map<string, string>();
  const everyone = [
    ...[...k.cards.values()]
      .filter((c) => c.status === 'published')
      .map((c) => ({ kind: 'card', id: c.id, asks: c.asks })),
    ...[...k.talk.values()].map((t) => ({ kind: 'talk', id: t.id, asks: t.asks })),
  ];
  for (const { kind, id, asks } of everyone) {
    if (kind === 'card' && asks.length < fewestAsks) {
      report(kind, id, ['asks'], `mới có ${asks.length} cách hỏi; cần ít nhất ${fewestAsks} cách khác nhau`);
    }
    asks.forEach((ask, i) => {
      const key = likeness(ask);
      const first = seen.get(key);
      if (first === id)
        report(kind, id, ['asks', i], `“${ask}” gần như trùng một cách hỏi ở trên; viết cách khác hẳn`);
      else if (first)
        report(
          kind,
          id,
          ['asks', i],
          `“${ask}” trùng cách hỏi của thẻ “${first}”; một câu chỉ thuộc một thẻ`,
        );
      else seen.set(key, id);
    });
  }
}

const light = new Set(['a', 'oi', 'nhe', 'nha', 'vay', 'z', 'ko', 'khong', 'hong', 'da', 'ad']);

/** Two asks with the same words, in any order, without polite fillers, are the same ask. */
function likeness(ask: string): string {
  const words = syllables(ask).filter((w) => !light.has(w));
  return words.sort().join(' ') || ask;
}
