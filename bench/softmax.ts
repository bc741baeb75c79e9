// Learns what signs are worth where one of several candidates is right, by gradient steps (AdaGrad) on the odds of the right ones.
import { oddsFrom } from '../src/knowledge/search/odds.ts';

/** A candidate's signs by number, those that are there. */
export type Row = { places: readonly number[]; values: readonly number[] };
export type Example = { rows: readonly Row[]; good: readonly boolean[] };

const steps = 400;
const step = 0.3;
/** Pull to nought, so that a sign that few examples show is worth little. */
const pull = 0.003;

const sumOf = ({ places, values }: Row, worth: Float64Array): number =>
  places.reduce((sum, at, k) => sum + (worth[at] as number) * (values[k] as number), 0);

export function learnWorth(examples: readonly Example[], signs: number): Float64Array {
  const worth = new Float64Array(signs);
  const squares = new Float64Array(signs).fill(1);
  const add = (to: Float64Array, at: number, value: number): void => {
    to[at] = (to[at] as number) + value;
  };
  for (let i = 0; i < steps; i++) {
    const slopes = new Float64Array(signs);
    for (const { rows, good } of examples) {
      const odds = oddsFrom(rows.map((row) => sumOf(row, worth)));
      const right = odds.reduce((sum, o, c) => (good[c] ? sum + o : sum), 0);
      rows.forEach(({ places, values }, c) => {
        const odd = odds[c] as number;
        const error = odd - (good[c] ? odd / right : 0);
        for (let k = 0; k < places.length; k++)
          add(slopes, places[k] as number, error * (values[k] as number));
      });
    }
    for (let at = 0; at < signs; at++) {
      const slope = (slopes[at] as number) / examples.length + pull * (worth[at] as number);
      add(squares, at, slope * slope);
      add(worth, at, (-step * slope) / Math.sqrt(squares[at] as number));
    }
  }
  return worth;
}

/** Which candidate is likeliest. */
export function likeliest({ rows }: Example, worth: Float64Array): number {
  const sums = rows.map((row) => sumOf(row, worth));
  return sums.indexOf(Math.max(...sums));
}

const folds = 8;

/** How many examples come out right by what was learnt without them. */
export function heldOut(examples: readonly Example[], signs: number): number {
  let right = 0;
  for (let fold = 0; fold < folds; fold++) {
    const worth = learnWorth(
      examples.filter((_, i) => i % folds !== fold),
      signs,
    );
    for (const example of examples.filter((_, i) => i % folds === fold))
      if (example.good[likeliest(example, worth)]) right++;
  }
  return right;
}
