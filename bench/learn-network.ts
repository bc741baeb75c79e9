// Learns a small network by which the right one of several readings fits best: steps by Adam on the odds of the right ones, some inputs left out at random.
import { fitOf, type Inputs, type Network, unitsOf } from '../src/conversation/understand/network.ts';
import { oddsFrom } from '../src/knowledge/search/odds.ts';
import { seeded, shuffle } from '../src/knowledge/search/random.ts';

export type Example = {
  rows: readonly Inputs[];
  good: readonly boolean[];
  /** What is left out together when it is tried on what it did not see. */
  group: string;
  /** How often it is seen in each pass; once unless said. */
  times?: number;
};

const units = 16;
const batch = 8;
const firstStep = 0.003;
const dropout = 0.1;
/** Pull to nought, so that what few examples show is worth little. */
const pull = 0.001;

/** `passes`: how often all examples are seen, the more the fewer there are. */
export function learnNetwork(examples: readonly Example[], inputs: number, passes: number): Network {
  const random = seeded(1);
  const some = (size: number, width: number): number[] =>
    Array.from({ length: size }, () => (random() + random() + random() - 1.5) * 2 * width);
  const network: Network = {
    direct: some(inputs, 0),
    units: Array.from({ length: inputs }, () => some(units, 1 / Math.sqrt(inputs))),
    start: some(units, 0),
    out: some(units, 0.1),
  };
  const rows = [network.direct, ...network.units, network.start, network.out];
  const moves = rows.map((values) => new Adam(values));
  const [direct, ...rest] = moves as [Adam, ...Adam[]];
  const start = rest[inputs] as Adam;
  const out = rest[inputs + 1] as Adam;
  const order = examples.flatMap(({ times = 1 }, i) => Array.from({ length: times }, () => i));
  const last = passes * Math.ceil(order.length / batch);
  for (let step = 0, pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    for (let at = 0; at < order.length; at += batch, step++) {
      for (const index of order.slice(at, at + batch)) {
        const { rows: all, good } = examples[index] as Example;
        const kept = Array.from({ length: inputs }, () => random() >= dropout);
        const seen = all.map((row) => without(row, kept));
        const odds = oddsFrom(seen.map((row) => fitOf(network, row)));
        const right = odds.reduce((sum, o, c) => (good[c] ? sum + o : sum), 1e-12);
        seen.forEach((row, c) => {
          const odd = odds[c] as number;
          learnFrom(row, (odd - (good[c] ? odd / right : 0)) / 2);
        });
      }
      const size = firstStep * (1 - (0.95 * step) / last);
      for (const move of moves) move.step(size);
    }
  }
  return network;

  function learnFrom(row: Inputs, error: number): void {
    const said = unitsOf(network, row);
    const back = said.map((unit, u) => error * (network.out[u] as number) * (1 - unit * unit));
    said.forEach((unit, u) => {
      out.add(u, error * unit);
      start.add(u, back[u] as number);
    });
    row.places.forEach((place, k) => {
      const value = row.values[k] as number;
      direct.add(place, error * value);
      const unit = rest[place] as Adam;
      for (let u = 0; u < units; u++) unit.add(u, (back[u] as number) * value);
    });
  }
}

const without = ({ places, values }: Inputs, kept: readonly boolean[]): Inputs => ({
  places: places.filter((p) => kept[p]),
  values: values.filter((_, k) => kept[places[k] as number]),
});

/** Adam (Kingma and Ba, 2015) for one row of weights: slopes are gathered, then a step is taken. */
class Adam {
  #values: number[];
  #slopes: Float64Array;
  #mean: Float64Array;
  #square: Float64Array;
  #steps = 0;

  constructor(values: number[]) {
    this.#values = values;
    this.#slopes = new Float64Array(values.length);
    this.#mean = new Float64Array(values.length);
    this.#square = new Float64Array(values.length);
  }

  add(at: number, slope: number): void {
    this.#slopes[at] = (this.#slopes[at] as number) + slope;
  }

  step(size: number): void {
    this.#steps++;
    for (let i = 0; i < this.#values.length; i++) {
      const value = this.#values[i] as number;
      const slope = (this.#slopes[i] as number) + pull * value;
      const mean = 0.9 * (this.#mean[i] as number) + 0.1 * slope;
      const square = 0.999 * (this.#square[i] as number) + 0.001 * slope * slope;
      this.#mean[i] = mean;
      this.#square[i] = square;
      const ahead = mean / (1 - 0.9 ** this.#steps);
      this.#values[i] = value - (size * ahead) / (Math.sqrt(square / (1 - 0.999 ** this.#steps)) + 1e-8);
      this.#slopes[i] = 0;
    }
  }
}

const folds = 5;
export type HeldOut = {
  /** Share of the examples that came out right by what was learnt without their group. */
  first: number;
  /** Share that came out wrong among the surest 85 of 100. */
  wrongAndSure: number;
};

export function heldOut(examples: readonly Example[], inputs: number, passes: number): HeldOut {
  const groups = [...new Set(examples.map((e) => e.group))];
  const tried = Array.from({ length: folds }, (_, fold) => {
    const isOut = ({ group }: Example): boolean => groups.indexOf(group) % folds === fold;
    const network = learnNetwork(
      examples.filter((e) => !isOut(e)),
      inputs,
      passes,
    );
    return examples.filter(isOut).map(({ rows, good }) => {
      const odds = oddsFrom(rows.map((row) => fitOf(network, row)));
      const sure = Math.max(...odds);
      return { sure, right: good[odds.indexOf(sure)] === true };
    });
  }).flat();
  const surest = tried.sort((a, b) => b.sure - a.sure).slice(0, Math.round(0.85 * tried.length));
  const wrong = (list: typeof tried): number => list.filter((t) => !t.right).length / tried.length;
  return { first: 1 - wrong(tried), wrongAndSure: wrong(surest) };
}
