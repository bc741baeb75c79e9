// A small network that says how well a reading fits its signs: each counts by itself, and through units that see several together.
import { z } from 'zod';

const numbers = z.array(z.number());
/** `direct`, `units`: by input; a unit's sum goes through tanh, starts from its `start` and counts `out`. */
export const Network = z.strictObject({
  direct: numbers,
  units: z.array(numbers),
  start: numbers,
  out: numbers,
});
export type Network = z.infer<typeof Network>;
/** The inputs that are not nought. */
export type Inputs = { places: readonly number[]; values: readonly number[] };

/** What each unit says, from -1 to 1. */
export const unitsOf = (network: Network, inputs: Inputs): number[] =>
  Array.from(sumsOf(network, inputs), Math.tanh);

/** In log-odds. A turn weighs a hundred readings, so nothing but the sums is made anew. */
export function fitOf(network: Network, inputs: Inputs): number {
  const { direct, out } = network;
  const { places, values } = inputs;
  const sums = sumsOf(network, inputs);
  let fit = 0;
  for (let k = 0; k < places.length; k++)
    fit += (values[k] as number) * (direct[places[k] as number] as number);
  for (let u = 0; u < sums.length; u++) fit += Math.tanh(sums[u] as number) * (out[u] as number);
  return fit;
}

function sumsOf({ units, start }: Network, { places, values }: Inputs): Float64Array {
  const sums = new Float64Array(start);
  for (let k = 0; k < places.length; k++) {
    const row = units[places[k] as number] as number[];
    const value = values[k] as number;
    for (let u = 0; u < sums.length; u++) sums[u] = (sums[u] as number) + value * (row[u] as number);
  }
  return sums;
}

/** A file that `npm run eval:learn` writes: the signs in the order of the network's inputs, and how well it did. */
export const Learned = z.strictObject({ learned: z.string(), signs: z.array(z.string()), network: Network });
export type Learned = z.infer<typeof Learned>;

/** Weighs inputs numbered by these names; a sign that is newer than what was learned is worth nothing until it is learned again. */
export function weigherOf(file: Learned, names: readonly string[]): (inputs: Inputs) => number {
  const { signs, network } = Learned.parse(file);
  const known = names.map((name) => signs.indexOf(name));
  const inOrder = known.every((place, i) => place === i);
  return (inputs) => fitOf(network, inOrder ? inputs : placed(inputs, known));
}

const placed = ({ places, values }: Inputs, known: readonly number[]): Inputs => ({
  places: places.map((p) => known[p] as number).filter((p) => p >= 0),
  values: values.filter((_, k) => (known[places[k] as number] as number) >= 0),
});

/** Numbers signs by their names' order. */
export function inputsOf<Name extends string>(
  signs: Partial<Record<Name, number>>,
  names: readonly Name[],
): Inputs {
  const places: number[] = [];
  const values: number[] = [];
  names.forEach((name, place) => {
    const value = signs[name];
    if (!value) return;
    places.push(place);
    values.push(value);
  });
  return { places, values };
}
