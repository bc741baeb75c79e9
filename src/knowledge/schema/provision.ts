// A clause that answers rest on: the files of provisions/.
import { z } from 'zod';
import { Day, flag, id, words } from './fields.ts';

/** How a fact was read. Only these two may be published (facts/INDEX.md). */
export const Confidence = z.enum(['verified', 'two-sources']);

/** `summary` marks words read from a summary, never to be shown as a quote. */
export const Provision = z.strictObject({
  id,
  document: id,
  dieu: words.optional(),
  khoan: words.optional(),
  diem: words.optional(),
  /** Where there is no article number: "mục II.2 (1)", "chính sách 1". */
  place: words.optional(),
  words,
  summary: flag.optional(),
  facts: z.array(words).default([]),
  /** A text file of the seed folder that `words` were copied from, instead of a fact. */
  text: words.optional(),
  source: words,
  confidence: Confidence,
  /** Own dates of the clause where they differ from its document's. */
  from: Day.optional(),
  until: Day.optional(),
});

export type Provision = z.infer<typeof Provision>;
