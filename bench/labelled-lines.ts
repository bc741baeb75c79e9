// The labelled questions behind an answer (test/lines), each with the lines of that answer that tell what is asked; every third card is set aside.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keyOf } from '../src/knowledge/search/random.ts';

/** `lines`: numbers of the card's lines (`linesOf`), the best first; none where the answer does not tell it. */
const Line = z.strictObject({
  card: z.string(),
  q: z.string(),
  lines: z.array(z.number().int().nonnegative()),
});
export type LabelledLine = z.infer<typeof Line> & { part: 'tuning' | 'aside' };

const folder = join(import.meta.dirname, '../test/lines');

export const labelledLines = (): LabelledLine[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((text) => Line.parse(JSON.parse(text)))
    .map((line) => ({ ...line, part: keyOf(line.card) % 3 === 0 ? 'aside' : 'tuning' }));
