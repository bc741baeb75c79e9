// A question that was not surely understood, kept until one is, so that a rephrase can be compared with it.
import { z } from 'zod';

export const Unsure = z.object({
  /** Masked; empty where only an answer was said not to be meant. */
  question: z.string(),
  /** How often on end nothing was known, or the same titles came up again. */
  failures: z.number().int(),
  /** Ids of cards that were said not to be meant. */
  refused: z.array(z.string()).default([]),
  /** Ids of the cards whose titles were on the table: a rephrase that leads to the same is told so. */
  offered: z.array(z.string()).default([]),
  /** What it is kept as for staff. */
  gapId: z.string().optional(),
  /** The likeliest was answered at once, the others lie beside it. */
  answered: z.boolean().optional(),
});
export type Unsure = z.infer<typeof Unsure>;

/** Nothing is offered yet; what failed and was refused before it still counts. */
export const unsureAbout = (question: string, before?: Unsure): Unsure => ({
  question,
  failures: before?.failures ?? 0,
  refused: before?.refused ?? [],
  offered: [],
});
