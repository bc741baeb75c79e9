// Ranks entries for a message (first simple version: cosine over syllables, bigrams and letter trigrams).
import { fold, syllables } from '../../language/fold.ts';
import type { Words } from '../schema.ts';

export type Entry = {
  id: string;
  asks: readonly string[];
  text?: string;
  labels?: { forms: string[]; aspect: string };
};
export type Hit = { id: string; score: number; parts: Record<string, number> };
export type Ranker = {
  rank: (q: string, limit?: number) => Hit[];
  explain: (q: string, id: string) => unknown;
};
export type RankerLanguage = Pick<
  Words,
  'abbreviations' | 'fillers' | 'synonyms' | 'form_words' | 'aspect_words'
>;

export function buildRanker(entries: readonly Entry[], language: RankerLanguage): Ranker {
  const long = new Map(language.abbreviations.map((a) => [fold(a.short), fold(a.long)]));
  const grams = (t: string): string[] => {
    const s = syllables(t).flatMap((w) => (long.get(w) ?? w).split(' '));
    const j = ` ${s.join(' ')} `;
    const c = Array.from({ length: Math.max(0, j.length - 2) }, (_, i) => `#${j.slice(i, i + 3)}`);
    return [...s, ...s.slice(1).map((w, i) => `${s[i]} ${w}`), ...c];
  };
  const docs = entries.flatMap((e) => e.asks.map((a) => ({ id: e.id, g: new Set(grams(a)) })));
  const df = new Map<string, number>();
  for (const d of docs) for (const g of d.g) df.set(g, (df.get(g) ?? 0) + 1);
  const idf = (g: string): number => Math.log(1 + docs.length / (1 + (df.get(g) ?? 0)));
  const norm = (g: Set<string>): number => Math.sqrt([...g].reduce((n, x) => n + idf(x) ** 2, 0));
  const norms = docs.map((d) => norm(d.g));
  const rank = (q: string, limit = 10): Hit[] => {
    const g = new Set(grams(q));
    const nq = norm(g) || 1;
    const best = new Map<string, number>();
    docs.forEach((d, i) => {
      let dot = 0;
      for (const x of g) if (d.g.has(x)) dot += idf(x) ** 2;
      const s = dot / (nq * (norms[i] || 1));
      if (s > (best.get(d.id) ?? 0)) best.set(d.id, s);
    });
    return [...best]
      .map(([id, score]) => ({ id, score, parts: {} }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  };
  return { rank, explain: (q, id) => rank(q).find((h) => h.id === id) };
}
