// Recall on the public sets, every engine on the same questions with the same noise in one run.
import { noisy, randomOf } from './noise.ts';
import type { Peer } from './peers.ts';
import { type Article, articles, folds } from './public-sets.ts';

export type Recall = {
  engine: string;
  set: string;
  n: number;
  noMarks: number;
  hard: number;
  threeNoMarks: number;
  /** Question by question, in the order asked. */
  found: { nodia: boolean[]; hard: boolean[] };
};

/** Four folds; recall in per cent. */
export async function recallOf(peer: Peer, set: 'dvc' | 'iuh' | 'dev'): Promise<Recall> {
  const found: Recall['found'] = { nodia: [], hard: [] };
  let three = 0;
  for (const [f, fold] of folds(set).entries()) {
    const engine = await peer.build(fold.entries);
    const random = randomOf(f + 7);
    for (const { q, want } of fold.questions) {
      for (const kind of ['nodia', 'hard'] as const) {
        const ranked = await engine.rank(noisy(q, kind, random));
        found[kind].push(ranked[0] === want);
        if (kind === 'nodia' && ranked.slice(0, 3).includes(want)) three++;
      }
    }
  }
  const n = found.nodia.length;
  const share = (k: number): number => Math.round((1000 * k) / n) / 10;
  const first = (kind: keyof Recall['found']): number => share(found[kind].filter(Boolean).length);
  return {
    engine: peer.name,
    set,
    n,
    noMarks: first('nodia'),
    hard: first('hard'),
    threeNoMarks: share(three),
    found,
  };
}

/** Law articles: a human question finds its article first (ALQAC 2023). */
export async function articlesOf(peer: Peer): Promise<{ engine: string; n: number; first: number }> {
  const { docs, real } = articles();
  const engine = await peer.build(
    docs.map((d: Article) => ({ id: d.id, asks: [d.title, d.text], text: d.text })),
  );
  let right = 0;
  for (const { q, rel } of real) {
    const [first] = await engine.rank(q);
    if (first !== undefined && rel.includes(first)) right++;
  }
  return { engine: peer.name, n: real.length, first: Math.round((1000 * right) / real.length) / 10 };
}
