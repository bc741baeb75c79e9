// A legal text of the register: documents.yaml.
import { z } from 'zod';
import { Day, id, words } from './fields.ts';

/** Dates are Vietnamese calendar days; `in_force_from` absent means not yet read. */
export const Document = z.strictObject({
  id,
  number: words,
  title: words,
  short: words,
  issuer: words,
  issued: Day.optional(),
  in_force_from: Day.optional(),
  /** Last day in force, only when a verified clause of another document says so. */
  ended_on: Day.optional(),
  /** The period the document itself states, e.g. "giai đoạn 2021-2025". */
  period_from: Day.optional(),
  period_until: Day.optional(),
  replaced_by: id.optional(),
  /** A later text on the same matter, known of but not read in a source that may be quoted: what is said of it, since when, where it was seen. */
  reported: z.strictObject({ text: words, from: Day, seen: words }).optional(),
  link: z.url('đường dẫn phải bắt đầu bằng https://').optional(),
  verified: words,
  missing: words.optional(),
});

export type Document = z.infer<typeof Document>;
