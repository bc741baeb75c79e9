// Trains the embedding: each phrasing, and each piece of an answer, must lie nearer its own entry than any other.
import { bend } from './embedding.ts';
import type { Read } from './feature-rows.ts';
import type { Embedded } from './learned.ts';
import { drawsFor, orderOf } from './random.ts';
import type { Weights } from './weights.ts';

/** What stands for an entry, and the features it has; `key` is what is drawn for it by. */
export type Sample = { key: number; entry: number; read: Read };

/** Entries a sample is set against: all of a province's; of a far larger store as many, drawn anew each time. */
const mostEntries = 512;
/** What is nearly right already is left. */
const least = 0.002;
const widest = 0x7fff;
/** Entries begin so far from nought, each elsewhere, drawn before the first pass. */
const apart = 0.3;
const beforeFirst = -1;

/** Gradient steps on the odds of the right entry, some features left out at random; `rows` counts all features, `count` the entries. */
export function learnEmbedding(
  samples: readonly Sample[],
  rows: number,
  count: number,
  w: Weights,
): Embedded {
  const placeOf = placesOf(samples, rows);
  const known = placeOf.reduce((n, place) => Math.max(n, place + 1), 0);
  const points = new Points(known, w);
  const entries = new Points(count, w);
  const keys = samples.map((s) => s.key);
  for (const { entry, key } of firstOf(samples)) entries.scatter(entry, drawsFor(key, beforeFirst));
  const biases = new Float32Array(count);
  const message = new Float64Array(w.embeddingSize);
  const pull = new Float64Array(w.embeddingSize);
  const drawn = Int32Array.from({ length: Math.min(count, mostEntries) }, (_, i) => i);
  const odds = new Float64Array(drawn.length);
  const kept = new Int32Array(samples.reduce((n, s) => Math.max(n, s.read.rows.length), 0));

  for (let epoch = 0; epoch < w.embeddingEpochs; epoch++) {
    for (const index of orderOf(keys, epoch)) {
      const { key, entry: own, read } = samples[index] as Sample;
      const random = drawsFor(key, epoch);
      if (count > mostEntries) draw(drawn, own, count, random);
      let keeps = 0;
      for (let k = 0; k < read.rows.length; k++) if (random() >= w.embeddingDropout) kept[keeps++] = k;
      const placed = (i: number): number => placeOf[read.rows[kept[i] as number] as number] as number;
      const share = (i: number): number =>
        (read.values[kept[i] as number] as number) / (1 - w.embeddingDropout);
      message.fill(0);
      for (let i = 0; i < keeps; i++) points.addTo(message, placed(i), share(i));
      bend(message);
      setOdds(odds, drawn, entries, biases, message);
      pull.fill(0);
      for (let i = 0; i < drawn.length; i++) {
        const entry = drawn[i] as number;
        const error = (odds[i] as number) - (entry === own ? 1 : 0);
        if (Math.abs(error) < least) continue;
        entries.addTo(pull, entry, error);
        entries.move(entry, message, error);
        biases[entry] = (biases[entry] as number) - w.embeddingStep * error;
      }
      for (let d = 0; d < pull.length; d++) pull[d] = (pull[d] as number) * (1 - (message[d] as number) ** 2);
      for (let i = 0; i < keeps; i++) points.move(placed(i), pull, share(i));
    }
  }
  const unit = points.values.reduce((most, v) => Math.max(most, Math.abs(v)), 0) / widest || 1;
  return {
    size: w.embeddingSize,
    places: placeOf.map((place) => (place < 0 ? -1 : place * w.embeddingSize)),
    points: Int16Array.from(points.values, (v) => Math.round(v / unit)),
    unit,
    entries: entries.values,
    biases,
  };
}

/** Points of `size` numbers each, moved less the more they have moved already (AdaGrad, one step for a whole point). */
class Points {
  readonly values: Float32Array<ArrayBuffer>;
  #squares: Float32Array;
  #size: number;
  #step: number;

  /** All at nought: a feature that is rarely met says little, instead of what chance put there. */
  constructor(count: number, w: Weights) {
    this.#size = w.embeddingSize;
    this.#step = w.embeddingStep;
    this.values = new Float32Array(count * this.#size);
    this.#squares = new Float32Array(count).fill(0.1);
  }

  scatter(point: number, random: () => number): void {
    const from = point * this.#size;
    for (let at = from; at < from + this.#size; at++) this.values[at] = (random() * 2 - 1) * apart;
  }

  addTo(sum: Float64Array, point: number, share: number): void {
    const { values } = this;
    const size = this.#size;
    for (let d = 0, at = point * size; d < size; d++, at++)
      sum[d] = (sum[d] as number) + share * (values[at] as number);
  }

  /** How far each of these points agrees with another, into `sums`; four at once, so that none waits for its last addition. */
  nearnessTo(other: Float64Array, points: Int32Array, sums: Float64Array): void {
    const { values } = this;
    const size = this.#size;
    for (let i = 0; i < points.length; i += 4) {
      const p0 = (points[i] as number) * size;
      const p1 = (points[i + 1] ?? 0) * size;
      const p2 = (points[i + 2] ?? 0) * size;
      const p3 = (points[i + 3] ?? 0) * size;
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let d = 0; d < size; d++) {
        const by = other[d] as number;
        s0 += by * (values[p0 + d] as number);
        s1 += by * (values[p1 + d] as number);
        s2 += by * (values[p2 + d] as number);
        s3 += by * (values[p3 + d] as number);
      }
      sums[i] = s0;
      sums[i + 1] = s1;
      sums[i + 2] = s2;
      sums[i + 3] = s3;
    }
  }

  move(point: number, slopes: Float64Array, share: number): void {
    const { values } = this;
    const size = this.#size;
    let squares = 0;
    for (let d = 0; d < size; d++) squares += (slopes[d] as number) ** 2;
    const square = (this.#squares[point] as number) + (squares * share * share) / size;
    this.#squares[point] = square;
    const by = (this.#step * share) / Math.sqrt(square);
    for (let d = 0, at = point * size; d < size; d++, at++)
      values[at] = (values[at] as number) - by * (slopes[d] as number);
  }
}

/** How likely each drawn entry is the one that a message means, into `odds`. */
function setOdds(
  odds: Float64Array,
  drawn: Int32Array,
  entries: Points,
  biases: Float32Array,
  message: Float64Array,
): void {
  entries.nearnessTo(message, drawn, odds);
  let most = -Infinity;
  for (let i = 0; i < odds.length; i++) {
    const sum = (biases[drawn[i] as number] as number) + (odds[i] as number);
    odds[i] = sum;
    if (sum > most) most = sum;
  }
  let total = 0;
  for (let i = 0; i < odds.length; i++) {
    const power = Math.exp((odds[i] as number) - most);
    odds[i] = power;
    total += power;
  }
  for (let i = 0; i < odds.length; i++) odds[i] = (odds[i] as number) / total;
}

function draw(drawn: Int32Array, own: number, count: number, random: () => number): void {
  for (let i = 0; i < drawn.length; i++) drawn[i] = Math.floor(random() * count);
  if (!drawn.includes(own)) drawn[0] = own;
}

/** Numbers the features that the samples have; -1 for the others. */
function placesOf(samples: readonly Sample[], rows: number): Int32Array<ArrayBuffer> {
  const places = new Int32Array(rows).fill(-1);
  let next = 0;
  for (const { read } of samples)
    for (const row of read.rows) if ((places[row] as number) < 0) places[row] = next++;
  return places;
}

/** The first sample of each entry. */
function firstOf(samples: readonly Sample[]): Iterable<Sample> {
  const first = new Map<number, Sample>();
  for (const sample of samples) if (!first.has(sample.entry)) first.set(sample.entry, sample);
  return first.values();
}
