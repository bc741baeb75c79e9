// A short mark of a card's content, exported with its row: an import can tell when the store changed in the meantime.
import { createHash } from 'node:crypto';
import type { Card } from '../schema/card.ts';
import { valuesOf } from './columns.ts';

/** Begins with a letter: Excel would make a number of some of them. */
export function markOf(card: Card): string {
  const hash = createHash('sha256').update(JSON.stringify([card.topic, valuesOf(card), card.asks]));
  return `d${hash.digest('hex').slice(0, 7)}`;
}
