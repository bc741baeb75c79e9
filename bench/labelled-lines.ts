// The labelled questions behind an answer (test/lines), each with the lines of that answer that tell what is asked; every third card is set aside.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { linesOf } from '../src/knowledge/said.ts';
import type { Card } from '../src/knowledge/schema/card.ts';
import { keyOf } from '../src/knowledge/search/random.ts';

/** `lines`: the words that the lines begin with, the best line first; none where the answer does not tell it. */
const Line = z.strictObject({ card: z.string(), q: z.string(), lines: z.array(z.string().min(1)) });

export type LabelledLine = {
  card: Card;
  q: string;
  /** Numbers of the card's lines (`linesOf`). */
  lines: number[];
  part: 'tuning' | 'aside';
};

const folder = join(import.meta.dirname, '../test/lines');

/** `stale`: how many are left out because a curator has rewritten the line, or taken the card back. */
export function labelledLines({ cards }: Knowledge): { items: LabelledLine[]; stale: number } {
  const read = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((text) => Line.parse(JSON.parse(text)));
  const items = read.flatMap(({ card: id, q, lines }): LabelledLine[] => {
    const card = cards.get(id);
    const numbers = lines.map((begin) => (card ? linesOf(card).findIndex((l) => l.startsWith(begin)) : -1));
    if (!card || numbers.includes(-1)) return [];
    return [{ card, q, lines: numbers, part: keyOf(id) % 3 === 0 ? 'aside' : 'tuning' }];
  });
  return { items, stale: read.length - items.length };
}
