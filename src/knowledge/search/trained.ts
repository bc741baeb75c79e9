// A linear model over words, pairs and letters, trained at load from the cards' own phrasings to put right what likeness alone confuses.
import { type Bag, type Bags, bagsOf } from './features.ts';
import type { Lexical, LexicalEntry } from './lexical.ts';
import type { Weights } from './weights.ts';

export type Trained = {
  /** What the trained part adds to the odds of each of these entries (logits), in their order. */
  adds: (bags: Bags, entries: Int32Array) => Float64Array;
  /** The features that speak most for or against an entry. */
  why: (bags: Bags, entry: number) => { feature: string; adds: number }[];
};
/** The known features of a message by their numbers. */
type Read = { ids: number[]; values: number[] };

/** What training comes to: the number of each feature, and the hashed table of weights. */
export type Learned = { ids: Map<string, number>; table: Float32Array };
/** Where what was learnt from the same words is kept; learning gives the same every time. */
export type LearnedBefore = { find: () => Learned | undefined; keep: (learned: Learned) => void };

type Example = { entry: number; read: Read; candidates: Int32Array; offsets: Float32Array };

/** In words; what is longer is a text, not a way of asking. */
const longestPhrasing = 60;

/** Weights live in one hashed table: an entry and a feature share a cell now and then, which training evens out. */
const cellsOf = (table: Float32Array): ((feature: number, entry: number) => number) => {
  const shift = 32 - Math.log2(table.length);
  return (feature, entry) =>
    ((Math.imul(feature + 1, 0x9e3779b1) ^ Math.imul(entry + 1, 0x85ebca6b)) * 0x27d4eb2f) >>> shift;
};

export function learn(entries: readonly LexicalEntry[], lexical: Lexical, w: Weights): Learned {
  const ids = new Map<string, number>();
  const seen = new Map<string, number>();
  const every = entries.flatMap((e, entry) => e.phrasings.map((tokens) => ({ entry, tokens })));
  const stride = Math.max(1, Math.ceil(every.length / w.mostExamples));
  const all = every
    .map((e, phrasing) => ({ ...e, phrasing }))
    .filter((e, i) => i % stride === 0 && e.tokens.length <= longestPhrasing)
    .map((e) => ({ ...e, bags: bagsOf(e.tokens) }));
  for (const { bags } of all)
    for (const { bag, mark } of groupsOf(bags))
      for (const f of bag.keys()) seen.set(mark + f, (seen.get(mark + f) ?? 0) + 1);
  for (const [f, count] of seen) if (count > 1) ids.set(f, ids.size);
  seen.clear();
  const known = byGroup(ids);

  const examples: Example[] = all.map(({ entry, bags, phrasing }) => {
    const liked = lexical.rank(bags, w.learnFrom, { phrasing, entry });
    const found = liked.findIndex((l) => l.entry === entry);
    const list = found >= 0 ? liked : [...liked.slice(0, w.learnFrom - 1), { entry, like: 0 }];
    return {
      entry,
      read: readOf(bags, known),
      candidates: Int32Array.from(list.map((l) => l.entry)),
      offsets: Float32Array.from(list.map((l) => l.like * w.sharpness * w.offsets)),
    };
  });

  const cells = examples.reduce((n, e) => n + e.read.ids.length, 0) * 3;
  const bits = Math.min(24, Math.max(12, Math.ceil(Math.log2(cells + 1))));
  const table = new Float32Array(1 << bits);
  const steps = new Float32Array(1 << bits).fill(0.1);
  const cell = cellsOf(table);

  const random = seeded(20261124);
  const order = examples.map((_, i) => i);
  const odds = new Float64Array(w.learnFrom + 1);
  for (let epoch = 0; epoch < w.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { entry, read, candidates, offsets } = examples[index] as Example;
      const kept: number[] = [];
      for (let k = 0; k < read.ids.length; k++) if (random() >= w.dropout) kept.push(k);
      let most = -Infinity;
      for (let c = 0; c < candidates.length; c++) {
        let sum = offsets[c] as number;
        for (const k of kept) {
          sum +=
            (table[cell(read.ids[k] as number, candidates[c] as number)] as number) *
            (read.values[k] as number);
        }
        odds[c] = sum;
        if (sum > most) most = sum;
      }
      let total = 0;
      for (let c = 0; c < candidates.length; c++) {
        odds[c] = Math.exp((odds[c] as number) - most);
        total += odds[c] as number;
      }
      for (let c = 0; c < candidates.length; c++) {
        const error = (odds[c] as number) / total - (candidates[c] === entry ? 1 : 0);
        if (Math.abs(error) < 0.003) continue;
        for (const k of kept) {
          const at = cell(read.ids[k] as number, candidates[c] as number);
          const slope = error * (read.values[k] as number) + w.decay * (table[at] as number);
          const step = (steps[at] as number) + slope * slope;
          steps[at] = step;
          table[at] = (table[at] as number) - (w.step * slope) / Math.sqrt(step);
        }
      }
    }
  }
  return { ids, table };
}

export function trainedFrom({ ids, table }: Learned): Trained {
  const cell = cellsOf(table);
  const known = byGroup(ids);
  return {
    adds: (bags, entries) => {
      const read = readOf(bags, known);
      const sums = new Float64Array(entries.length);
      for (let k = 0; k < read.ids.length; k++) {
        const id = read.ids[k] as number;
        const value = read.values[k] as number;
        for (let e = 0; e < entries.length; e++)
          sums[e] = (sums[e] as number) + (table[cell(id, entries[e] as number)] as number) * value;
      }
      return sums;
    },
    why: (bags, entry) => {
      const names = groupsOf(bags).flatMap(({ bag, mark }) => [...bag.keys()].map((f) => mark + f));
      const read = readOf(bags, known);
      return names
        .filter((f) => ids.has(f))
        .map((feature, k) => {
          const weight = table[cell(read.ids[k] as number, entry)] as number;
          return { feature, adds: weight * (read.values[k] as number) };
        })
        .sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
    },
  };
}

/** Words, pairs apart, letters: what each group counts, and the mark its features are kept with. */
const groupsOf = (bags: Bags): { bag: Bag; mark: string; share: number }[] => [
  { bag: bags.words, mark: '', share: 1 },
  { bag: bags.skips, mark: '', share: 0.5 },
  { bag: bags.letters, mark: letterMark, share: 1 },
];
const letterMark = '#';

/** The numbers of features by mark, so that a message's letters are looked up as they are. */
type Known = ReadonlyMap<string, ReadonlyMap<string, number>>;

function byGroup(ids: ReadonlyMap<string, number>): Known {
  const plain = new Map<string, number>();
  const letters = new Map<string, number>();
  for (const [f, id] of ids) {
    if (f.startsWith(letterMark)) letters.set(f.slice(letterMark.length), id);
    else plain.set(f, id);
  }
  return new Map([
    ['', plain],
    [letterMark, letters],
  ]);
}

/** Known features with values of length one a group. */
function readOf(bags: Bags, known: Known): Read {
  const ids: number[] = [];
  const values: number[] = [];
  for (const { bag, mark, share } of groupsOf(bags)) {
    const numbers = known.get(mark);
    const value = Math.fround(share / (Math.sqrt(bag.size) || 1));
    for (const f of bag.keys()) {
      const id = numbers?.get(f);
      if (id === undefined) continue;
      ids.push(id);
      values.push(value);
    }
  }
  return { ids, values };
}

/** A fixed row of numbers in [0, 1): the same cards always train the same model. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = list[i] as number;
    list[i] = list[j] as number;
    list[j] = held;
  }
}
