// Learns from the cards' own phrasings: a linear model by which each finds its entry among the likest ones, itself left out, and an embedding.
import { kinds, type Read, readOf, rowsOf } from './feature-rows.ts';
import type { Bag, Features } from './features.ts';
import { learnEmbedding } from './learn-embedding.ts';
import type { Learned, Linear } from './learned.ts';
import { type Lexical, type LexicalEntry, together } from './lexical.ts';
import { PairMap } from './pair-map.ts';
import { seeded, shuffle } from './random.ts';
import { mostWeight, packed } from './trained.ts';
import type { Weights } from './weights.ts';

/** `cells`: where the weight of each read feature for each candidate is kept, candidate by candidate. */
type Example = {
  entry: number;
  read: Read;
  candidates: Int32Array;
  offsets: Float32Array;
  cells: Int32Array;
};

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
  const stride = Math.max(1, Math.ceil(every.length / w.mostExamples));
  const all = every
    .map((e, phrasing) => ({ ...e, phrasing }))
    .filter((e, i) => i % stride === 0 && e.said.tokens.length <= longestPhrasing)
    .map((e) => ({ ...e, bags: features.of(e.said) }));
  const seen = new Int32Array(rowOf.all);
  for (const { bags } of all)
    for (const [kind] of kinds)
      for (const id of bags[kind].ids) {
        const row = rowOf[kind] + id;
        seen[row] = (seen[row] as number) + 1;
      }
  const known = (row: number): boolean => (seen[row] as number) > 1;

  const counts = entries.map((e) => countsOf(together(e.phrasings.map((p) => features.of(p).words))));
  const cells = new PairMap(1 << 20);
  const examples: Example[] = all.map(({ entry, bags, phrasing }) => {
    const left = leftIn(counts[entry] as Counts, countsOf(bags.words));
    const liked = lexical.rank(bags, w.learnFrom, { phrasing, entry, left });
    const found = liked.findIndex((l) => l.entry === entry);
    const list = found >= 0 ? liked : [...liked.slice(0, w.learnFrom - 1), { entry, like: 0 }];
    const read = readOf(bags, rowOf, known);
    const candidates = Int32Array.from(list, (l) => l.entry);
    return {
      entry,
      read,
      candidates,
      offsets: Float32Array.from(list, (l) => l.like * w.sharpness * w.offsets),
      cells: cellsOf(read.rows, candidates, cells),
    };
  });
  const pieces = entries.flatMap((e, entry) => e.pieces.map((said) => ({ entry, bags: features.of(said) })));
  const placed = (row: number): boolean => row < rowOf.fours && known(row);
  const samples = [...all, ...pieces].map(({ entry, bags }) => ({
    entry,
    read: readOf(bags, rowOf, placed),
  }));
  return {
    linear: rowsFrom(cells, train(examples, cells.size, w), rowOf.all),
    embedding: learnEmbedding(samples, rowOf.all, entries.length, w),
  };
}

/** Feature → how often it stands there. */
type Counts = ReadonlyMap<number, number>;

const countsOf = (bag: Bag): Counts => new Map(bag.ids.map((id, i) => [id, bag.counts[i] as number]));

const leftIn =
  (all: Counts, own: Counts): ((feature: number) => number) =>
  (feature) =>
    (all.get(feature) ?? 0) - (own.get(feature) ?? 0);

function cellsOf(rows: Int32Array, candidates: Int32Array, cells: PairMap): Int32Array {
  const found = new Int32Array(rows.length * candidates.length);
  for (let c = 0; c < candidates.length; c++)
    for (let k = 0; k < rows.length; k++)
      found[c * rows.length + k] = cells.number(rows[k] as number, candidates[c] as number);
  return found;
}

/** Gradient steps on the odds of the right entry among the likest ones (AdaGrad, some features left out at random). */
function train(examples: readonly Example[], cells: number, w: Weights): Float32Array {
  const table = new Float32Array(cells);
  const steps = new Float32Array(cells).fill(0.1);
  const random = seeded(20261124);
  const order = examples.map((_, i) => i);
  const odds = new Float64Array(w.learnFrom + 1);
  const longest = examples.reduce((n, e) => Math.max(n, e.read.rows.length), 0);
  const kept = new Int32Array(longest);
  for (let epoch = 0; epoch < w.epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index] as Example;
      const { entry, candidates, offsets } = example;
      const { values } = example.read;
      const width = values.length;
      let keeps = 0;
      for (let k = 0; k < width; k++) if (random() >= w.dropout) kept[keeps++] = k;
      let most = -Infinity;
      for (let c = 0; c < candidates.length; c++) {
        let sum = offsets[c] as number;
        for (let i = 0; i < keeps; i++) {
          const k = kept[i] as number;
          sum += (table[example.cells[c * width + k] as number] as number) * (values[k] as number);
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
        for (let i = 0; i < keeps; i++) {
          const k = kept[i] as number;
          const at = example.cells[c * width + k] as number;
          const slope = error * (values[k] as number) + w.decay * (table[at] as number);
          const step = (steps[at] as number) + slope * slope;
          steps[at] = step;
          table[at] = (table[at] as number) - (w.step * slope) / Math.sqrt(step);
        }
      }
    }
  }
  return table;
}

/** The weights feature by feature; those too small to matter are left out. */
function rowsFrom(cells: PairMap, table: Float32Array, rows: number): Linear {
  const matters = (cell: number): boolean => Math.abs(table[cell] as number) >= least;
  const starts = new Int32Array(rows + 1);
  cells.forEach((row, _, cell) => {
    if (matters(cell)) starts[row + 1] = (starts[row + 1] as number) + 1;
  });
  for (let row = 0; row < rows; row++)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const unit = table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / mostWeight || 1;
  const weights = new Int32Array(starts[rows] as number);
  const next = starts.slice();
  cells.forEach((row, entry, cell) => {
    if (!matters(cell)) return;
    const at = next[row] as number;
    next[row] = at + 1;
    weights[at] = packed(entry, Math.round((table[cell] as number) / unit));
  });
  return { starts, weights, unit };
}
