// The public Vietnamese sets, read from the folder that BENCH_DATA names, cut into folds as they were first scored.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RankerLanguage } from '../src/knowledge/search/ranker.ts';
import { knowledge } from '../test/support/knowledge.ts';

export type Intent = { id: string; phrasings: string[]; answer: string };
export type Fold = {
  entries: { id: string; asks: string[]; text: string }[];
  questions: { q: string; want: string }[];
};

export const folder = process.env.BENCH_DATA ?? '';
export const present = folder !== '' && existsSync(join(folder, 'dvc.json'));
export const absent =
  'The public sets are not here: set BENCH_DATA to the folder that holds dvc.json, iuh.json, dev.json, ood.json and alqac.json.';

/** What messages are read by there: shorthand and local words are anybody's, the rings of cooperatives' words belong to their cards. */
export const publicLanguage: RankerLanguage = { ...knowledge.words, rings: [] };

export function intents(name: 'dvc' | 'iuh' | 'dev'): Intent[] {
  const all = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Intent[];
  const owners = new Map<string, Set<string>>();
  for (const i of all) for (const p of i.phrasings) owners.set(p, (owners.get(p) ?? new Set()).add(i.id));
  return all.map((i) => ({
    ...i,
    phrasings: [...new Set(i.phrasings)].filter((p) => owners.get(p)?.size === 1),
  }));
}

/** DVC: one of four phrasings asked, the place rotating by entry. The others: a quarter asked. */
export function folds(name: 'dvc' | 'iuh' | 'dev', all = intents(name)): Fold[] {
  return [0, 1, 2, 3].map((f) => {
    const fold: Fold = { entries: [], questions: [] };
    all.forEach((intent, at) => {
      const asked = intent.phrasings.filter((_, i) => (i + at) % 4 === f);
      const kept = intent.phrasings.filter((_, i) => (i + at) % 4 !== f);
      if (kept.length === 0) return;
      fold.entries.push({ id: intent.id, asks: kept, text: intent.answer });
      for (const q of asked) fold.questions.push({ q, want: intent.id });
    });
    return fold;
  });
}

export type Article = { id: string; title: string; text: string };
/** ALQAC 2023: law articles and the questions people asked of them. */
export function articles(): { docs: Article[]; real: { q: string; rel: string[] }[] } {
  return JSON.parse(readFileSync(join(folder, 'alqac.json'), 'utf8')) as {
    docs: Article[];
    real: { q: string; rel: string[] }[];
  };
}
