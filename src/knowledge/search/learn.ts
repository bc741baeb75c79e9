// Learns from the cards' own phrasings: a linear model by which each finds its entry among the likest ones, itself left out, and an embedding.
import { type Cells, cellsOf } from './cells.ts';
import { kinds, readOf, rowsOf } from './feature-rows.ts';
import type { Features } from './features.ts';
import type { Bag } from './gatherer.ts';
import { learnEmbedding, type Sample } from './learn-embedding.ts';
import type { Learned, Linear } from './learned.ts';
import { type Lexical, type LexicalEntry, together } from './lexical.ts';
import { drawsFor, keyOf, orderOf } from './random.ts';
import type { Said } from './rings.ts';
import { spread } from './spread.ts';
import { mostWeight, packed } from './trained.ts';
import type { Weights } from './weights.ts';

type Example = Sample & { candidates: Int32Array; offsets: Float32Array };

/** In words; what is longer is a text, not a way of asking. */
const longestPhrasing = 60;
/** A weight smaller than this moves no order. */
const least = 0.004;

export function learn(
  entries: readonly LexicalEntry[],
  features: Features,
  lexical: Lexical,
  w: Weights,
): Learned {
  const rowOf = rowsOf(features);
  const every = entries.flatMap((e, entry) => e.phrasings.map((said) => ({ entry, said })));
  const learntFrom = every.map((e, phrasing) => ({ ...e, phrasing }));
  const all = spread(learntFrom, w.mostExamples)
    .filter(({ said }) => said.tokens.length <= longestPhrasing)
    .map(({ entry, phrasing, said }) => ({ entry, phrasing, key: keyOfSaid(said), bags: features.of(said) }));
  const seen = new Int32Array(rowOf.all);
  for (const { bags } of all)
    for (const [kind] of kinds)
      for (const id of bags[kind].ids) {
        const row = rowOf[kind] + id;
        seen[row] = (seen[row] as number) + 1;
      }
  const known = (row: number): boolean => (seen[row] as number) > 1;

  const counts = entries.map((e) => countsOf(together(e.phrasings.map((p) => features.of(p).words))));
  const examples: Example[] = all.map(({ entry, key, bags, phrasing }) => {
    const left = leftIn(counts[entry] as Counts, countsOf(bags.words));
    const liked = lexical.rank(bags, w.learnFrom, { phrasing, entry, left });
    const found = liked.findIndex((l) => l.entry === entry);
    const list = found >= 0 ? liked : [...liked.slice(0, w.learnFrom - 1), { entry, like: 0 }];
    return {
      key,
      entry,
      read: readOf(bags, rowOf, known),
      candidates: Int32Array.from(list, (l) => l.entry),
      offsets: Float32Array.from(list, (l) => l.like * w.sharpness * w.offsets),
    };
  });
  const pieces = entries.flatMap((e, entry) =>
    e.pieces.map((said) => ({ entry, key: keyOfSaid(said), bags: features.of(said) })),
  );
  const placed = (row: number): boolean => row < rowOf.fours && known(row);
  const samples = [...all, ...pieces].map(({ entry, key, bags }) => ({
    key,
    entry,
    read: readOf(bags, rowOf, placed),
  }));
  const cells = cellsOf(
    examples.map(({ read, candidates }) => ({ rows: read.rows, candidates })),
    rowOf.all,
    entries.length,
  );
  return {
    linear: rowsFrom(cells, train(examples, cells, w)),
    embedding: learnEmbedding(samples, rowOf.all, entries.length, w),
  };
}

const keyOfSaid = ({ tokens }: Said): number => keyOf(tokens.join(' '));

/** Feature → how often it stands there. */
type Counts = ReadonlyMap<number, number>;

const countsOf = (bag: Bag): Counts => new Map(bag.ids.map((id, i) => [id, bag.counts[i] as number]));

const leftIn =
  (all: Counts, own: Counts): ((feature: number) => number) =>
  (feature) =>
    (all.get(feature) ?? 0) - (own.get(feature) ?? 0);

/** Gradient steps on the odds of the right entry among the likest ones (AdaGrad, some features left out at random); the mean of what the last passes end with. */
function train(examples: readonly Example[], cells: Cells, w: Weights): Float32Array {
  const table = new Float32Array(cells.entries.length);
  const steps = new Float32Array(cells.entries.length).fill(0.1);
  const mean = new Float32Array(cells.entries.length);
  const keys = examples.map((e) => e.key);
  const odds = new Float64Array(w.learnFrom + 1);
  const errors = new Float64Array(w.learnFrom + 1);
  const longest = examples.reduce((n, e) => Math.max(n, e.read.rows.length), 0);
  const kept = new Int32Array(longest);
  for (let epoch = 0; epoch < w.epochs; epoch++) {
    for (const index of orderOf(keys, epoch)) {
      const { key, entry, read, candidates, offsets } = examples[index] as Example;
      const random = drawsFor(key, epoch);
      const { values } = read;
      const own = cells.of[index] as Int32Array;
      const width = candidates.length;
      let keeps = 0;
      for (let k = 0; k < values.length; k++) if (random() >= w.dropout) kept[keeps++] = k;
      odds.set(offsets);
      for (let i = 0; i < keeps; i++) {
        const k = kept[i] as number;
        const value = values[k] as number;
        for (let c = 0, at = k * width; c < width; c++, at++)
          odds[c] = (odds[c] as number) + value * (table[own[at] as number] as number);
      }
      let most = -Infinity;
      for (let c = 0; c < width; c++) most = Math.max(most, odds[c] as number);
      let total = 0;
      for (let c = 0; c < width; c++) {
        odds[c] = Math.exp((odds[c] as number) - most);
        total += odds[c] as number;
      }
      for (let c = 0; c < width; c++) {
        const error = (odds[c] as number) / total - (candidates[c] === entry ? 1 : 0);
        errors[c] = Math.abs(error) < 0.003 ? 0 : error;
      }
      for (let i = 0; i < keeps; i++) {
        const k = kept[i] as number;
        const value = values[k] as number;
        for (let c = 0, place = k * width; c < width; c++, place++) {
          const error = errors[c] as number;
          if (error === 0) continue;
          const at = own[place] as number;
          const slope = error * value + w.decay * (table[at] as number);
          const step = (steps[at] as number) + slope * slope;
          steps[at] = step;
          table[at] = (table[at] as number) - (w.step * slope) / Math.sqrt(step);
        }
      }
    }
    if (w.epochs - epoch > w.averaged) continue;
    for (let at = 0; at < mean.length; at++)
      mean[at] = (mean[at] as number) + (table[at] as number) / w.averaged;
  }
  return mean;
}

/** The weights feature by feature; those too small to matter are left out. */
function rowsFrom({ starts: cellsFrom, entries }: Cells, table: Float32Array): Linear {
  const rows = cellsFrom.length - 1;
  const unit = table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / mostWeight || 1;
  const starts = new Int32Array(rows + 1);
  const weights = new Int32Array(table.reduce((n, weight) => n + (Math.abs(weight) >= least ? 1 : 0), 0));
  let next = 0;
  for (let row = 0; row < rows; row++) {
    for (let cell = cellsFrom[row] as number; cell < (cellsFrom[row + 1] as number); cell++) {
      const weight = table[cell] as number;
      if (Math.abs(weight) >= least)
        weights[next++] = packed(entries[cell] as number, Math.round(weight / unit));
    }
    starts[row + 1] = next;
  }
  return { starts, weights, unit };
}
