// What was told of a loss, kept behind the answer with the rates it is counted by.
import { z } from 'zod';

/** Another answer's loss begins anew. Areas in ha, weights in kg, shares in percent. */
export const Loss = z.object({
  card: z.string(),
  heads: z.number().optional(),
  kgEach: z.number().optional(),
  kg: z.number().optional(),
  /** A weight said without whose it is. */
  kgUnclear: z.number().optional(),
  /** Animals of several kinds or weights: no one product of two numbers is what they come to. */
  mixed: z.boolean().optional(),
  /** The kinds that were told apart, each with what one weighs where that was said. */
  parts: z.array(z.object({ heads: z.number(), kgEach: z.number().optional() })).optional(),
  ha: z.number().optional(),
  /** An area in a unit that differs from place to place. */
  localArea: z.boolean().optional(),
  /** How many of that unit. */
  localUnits: z.number().optional(),
  /** How large one is where they live. */
  localM2: z.number().optional(),
  /** How far the crop had grown, by the first of the words for it. */
  stage: z.string().optional(),
  share: z.number().optional(),
  days: z.number().optional(),
});
export type Loss = z.infer<typeof Loss>;
