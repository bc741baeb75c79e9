// Checks the ways of asking: enough of them, really different, and none claimed by two cards or by a card and a cue.
import { joinedParts } from '../../language/normalise/phrases.ts';
import { tokensOf } from '../../language/normalise/tokens.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Words } from '../schema/words.ts';
import type { Report, WhereIs } from './report.ts';

const fewestAsks = 15;

export function checkAsks(k: Knowledge, report: Report, whereIs: WhereIs): void {
  const seen = new Map<string, { kind: string; id: string; path: PropertyKey[]; ask: string }>();
  const likeness = likenessBy(k.words);
  const everyone = [
    ...[...k.cards.values()]
      .filter((c) => c.status === 'published')
      .map((c) => ({ kind: 'card', id: c.id, asks: c.asks })),
    ...[...k.cues.values()].map((t) => ({ kind: 'cue', id: t.id, asks: t.asks })),
  ];
  for (const { kind, id, asks } of everyone) {
    if (kind === 'card' && asks.length < fewestAsks) {
      report(kind, id, ['asks'], `mới có ${asks.length} cách hỏi; cần ít nhất ${fewestAsks} cách khác nhau`);
    }
    asks.forEach((ask, i) => {
      const path = ['asks', i];
      const first = seen.get(likeness(ask));
      if (!first) {
        seen.set(likeness(ask), { kind, id, path, ask });
        return;
      }
      // A cue is known by short words that differ in a particle only: "chào", "chào em".
      if (kind === 'cue' && first.kind === kind && first.id === id) return;
      const at = whereIs(first.kind, first.id, first.path);
      const message =
        first.kind === kind && first.id === id
          ? `“${ask}” gần như trùng “${first.ask}” ở dòng ${at.line}; viết cách khác hẳn`
          : `“${ask}” trùng cách hỏi “${first.ask}” ở ${at.file} dòng ${at.line}; một câu chỉ thuộc một thẻ, bỏ một trong hai`;
      report(kind, id, path, message);
    });
  }
}

/** Particles that ask or soften and tell no two questions apart. */
const light = new Set([
  'a',
  'oi',
  'nhe',
  'nha',
  'vay',
  'z',
  'khong',
  'hong',
  'da',
  'ad',
  'the',
  'thi',
  'la',
  'em',
  'minh',
  'toi',
]);

/** Two asks with the same words, spelt out, in any order, without fillers and particles, are the same ask. */
function likenessBy(words: Words): (ask: string) => string {
  const fillers = joinedParts(words.fillers.map((said) => ({ said, means: '' })));
  const spelt = new Map(words.abbreviations.map((a) => [tokensOf(a.short).join(''), tokensOf(a.long)]));
  return (ask) => {
    const whole = tokensOf(ask).flatMap((t) => spelt.get(t) ?? [t]);
    const kept = fillers.without(whole).filter((w) => !light.has(w));
    return [...(kept.length > 0 ? kept : whole)].sort().join(' ') || ask;
  };
}
