// The search engines people would otherwise use and the best design of an earlier study, each behind the same two calls; all are fed text folded as ours is.
import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import SqliteDatabase from 'better-sqlite3';
import flexsearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Entry, RankerLanguage } from '../src/knowledge/search/ranker.ts';
import { buildRanker } from '../src/knowledge/search/ranker.ts';
import { fold, syllables } from '../src/language/fold.ts';
import { buildH4 } from './h4/h4.ts';

/** Ids of entries, best first; a string of an entry that matches counts for its entry. */
export type Engine = { rank: (q: string) => string[] | Promise<string[]> };
export type Peer = {
  name: string;
  build: (entries: readonly Entry[]) => Engine | Promise<Engine>;
  /** Left out above so many strings: it would take hours. */
  atMost?: number;
};

type Row = { key: number; entry: string; text: string };
const rowsOf = (entries: readonly Entry[]): Row[] =>
  entries
    .flatMap((e) => e.asks.map((a) => ({ entry: e.id, text: fold(a) })))
    .map((r, key) => ({ key, ...r }));
const words = (q: string): string => syllables(q).join(' ');
const unique = (ids: Iterable<string>): string[] => [...new Set(ids)];

export const ours = (language: RankerLanguage): Peer => ({
  name: 'Hỏi HTX',
  build: (entries) => {
    const ranker = buildRanker(entries, language);
    return { rank: (q) => ranker.rank(q, 10).map((h) => h.id) };
  },
});

const fts5: Peer = {
  name: 'SQLite FTS5',
  build: (entries) => {
    const db = new SqliteDatabase(':memory:');
    db.exec("create virtual table t using fts5(entry unindexed, text, tokenize='unicode61')");
    const add = db.prepare('insert into t (entry, text) values (?, ?)');
    for (const r of rowsOf(entries)) add.run(r.entry, r.text);
    const find = db.prepare('select entry from t where t match ? order by rank limit 20').pluck();
    return {
      rank: (q) => {
        const terms = syllables(q).map((w) => `"${w.replaceAll('"', '')}"`);
        return terms.length === 0 ? [] : unique(find.all(terms.join(' OR ')) as string[]);
      },
    };
  },
};

const minisearch: Peer = {
  name: 'MiniSearch',
  build: (entries) => {
    const index = new MiniSearch<Row>({ idField: 'key', fields: ['text'], storeFields: ['entry'] });
    index.addAll(rowsOf(entries));
    return { rank: (q) => unique(index.search(words(q)).map((r) => r.entry as string)).slice(0, 10) };
  },
};

const lunrPeer: Peer = {
  name: 'lunr',
  atMost: 50_000,
  build: async (entries) => {
    const { default: lunr } = await import('lunr');
    const rows = rowsOf(entries);
    const index = lunr(function () {
      this.pipeline.reset();
      this.searchPipeline.reset();
      this.ref('key');
      this.field('text');
      for (const r of rows) this.add(r);
    });
    return {
      rank: (q) => {
        const found = index.query((query) => {
          for (const term of syllables(q)) {
            query.term(term, { boost: 10 });
            query.term(term, { editDistance: 1 });
          }
        });
        return unique(found.slice(0, 20).map((f) => rows[Number(f.ref)]?.entry ?? ''));
      },
    };
  },
};

const orama: Peer = {
  name: 'Orama',
  atMost: 50_000,
  build: async (entries) => {
    const db = create({ schema: { entry: 'string', text: 'string' } as const });
    await insertMultiple(
      db,
      rowsOf(entries).map(({ entry, text }) => ({ entry, text })),
      500,
    );
    return {
      rank: async (q) => {
        const found = await oramaSearch(db, {
          term: words(q),
          properties: ['text'],
          limit: 20,
          threshold: 1,
        });
        return unique(found.hits.map((h) => h.document.entry));
      },
    };
  },
};

const flex: Peer = {
  name: 'FlexSearch',
  build: (entries) => {
    const rows = rowsOf(entries);
    const index = new flexsearch.Index({ tokenize: 'forward' });
    for (const r of rows) index.add(r.key, r.text);
    return {
      rank: (q) => {
        const found = index.search(words(q), { limit: 20, suggest: true }) as number[];
        return unique(found.map((key) => rows[key]?.entry ?? ''));
      },
    };
  },
};

const fuse: Peer = {
  name: 'fuse.js',
  atMost: 40_000,
  build: (entries) => {
    const index = new Fuse(rowsOf(entries), { keys: ['text'], ignoreLocation: true, threshold: 0.6 });
    return { rank: (q) => unique(index.search(words(q), { limit: 20 }).map((r) => r.item.entry)) };
  },
};

type Nlu = {
  train: (corpus: { utterance: string; intent: string }[]) => Promise<unknown>;
  process: (q: string) => Promise<{ classifications: { intent: string; score: number }[] }>;
};
const nlp: Peer = {
  name: 'nlp.js',
  atMost: 5_000,
  build: async (entries) => {
    const { containerBootstrap } = (await import('@nlpjs/core')).default as {
      containerBootstrap: () => Promise<object>;
    };
    const { NluNeural } = (await import('@nlpjs/nlu')).default as {
      NluNeural: new (settings: object) => Nlu;
    };
    const container = await containerBootstrap();
    const nlu = new NluNeural({ locale: 'vi', log: false, useNoneFeature: false, container });
    await nlu.train(rowsOf(entries).map((r) => ({ utterance: r.text, intent: r.entry })));
    return {
      rank: async (q) =>
        (await nlu.process(words(q))).classifications
          .toSorted((a, b) => b.score - a.score)
          .slice(0, 10)
          .map((c) => c.intent),
    };
  },
};

/** Its classifiers take minutes to train on more. */
const h4: Peer = { name: 'H4', atMost: 10_000, build: (entries) => buildH4(entries) };

export const peers: readonly Peer[] = [h4, fts5, minisearch, lunrPeer, orama, flex, nlp, fuse];
