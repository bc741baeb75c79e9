// How often a second reader, who saw neither the labels nor what the bot answers, chose the card that the writer meant.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Labelled } from './labelled.ts';

const Line = z.union([
  z.strictObject({ file: z.string(), line: z.number(), cards: z.array(z.string()) }),
  z.strictObject({ file: z.string(), line: z.number(), both: z.array(z.array(z.string())) }),
]);
const file = join(import.meta.dirname, '../test/questions/second-reader/labels.jsonl');

/** Messages read twice, and how many of them got the same card first (of two questions: both). */
export function secondReader(items: readonly Labelled[]): { read: number; same: number } {
  const byPlace = new Map(items.map((i) => [`${i.file}:${i.line}`, i]));
  let read = 0;
  let same = 0;
  for (const text of readFileSync(file, 'utf8').trim().split('\n')) {
    const line = Line.parse(JSON.parse(text));
    const item = byPlace.get(`${line.file}:${line.line}`);
    if (!item) continue;
    read++;
    const agreed =
      'both' in line
        ? item.want.every((id) => line.both.some((cards) => cards[0] === id))
        : item.want.includes(line.cards[0] ?? '');
    if (agreed) same++;
  }
  return { read, same };
}
