// What the signs of a follow-up are worth, alone and together; learned from talks by `npm run eval:learn`.

import { type Inputs, weigherOf } from '../network.ts';
import learned from './learned-follow-ups.json' with { type: 'json' };
import { type Signs, signNames } from './signs.ts';

/** Every sign twice: as it is, and by how short the message is. */
export const followUpSigns = [...signNames, ...signNames.map((name) => `${name} in few words`)];

/** `short` from 0 to 1. */
export function followUpInputs(signs: Signs, short: number): Inputs {
  const places: number[] = [];
  const values: number[] = [];
  for (let place = 0; place < signs.length; place++) {
    const value = signs[place] as number;
    if (value === 0) continue;
    places.push(place, place + signs.length);
    values.push(value, short * value);
  }
  return { places, values };
}

const weigh = weigherOf(learned, followUpSigns);
/** In log-odds. */
export const worthOf = (signs: Signs, short: number): number => weigh(followUpInputs(signs, short));
