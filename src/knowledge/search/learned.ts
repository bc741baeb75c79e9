// What the ranker learnt from the cards, as it is kept for the next start.
import { z } from 'zod';

const Linear = z.object({
  starts: z.instanceof(Int32Array),
  weights: z.instanceof(Int32Array),
  unit: z.number(),
});
const Embedded = z.object({
  size: z.number(),
  places: z.instanceof(Int32Array),
  points: z.instanceof(Int16Array),
  unit: z.number(),
  entries: z.instanceof(Float32Array),
  biases: z.instanceof(Float32Array),
});
export const Learned = z.object({ linear: Linear, embedding: Embedded });

/** What training comes to, feature by feature in one row: an entry in the upper half of a number, its weight in the lower, in `unit`s. */
export type Linear = z.infer<typeof Linear>;
/**
 * `places` says where a feature's point begins among `points`, -1 where it has none; points are whole numbers in `unit`s,
 * `size` of them each. `entries` are the entries' points in their order, `biases` what each has anyway.
 */
export type Embedded = z.infer<typeof Embedded>;
export type Learned = z.infer<typeof Learned>;
/** Where what was learnt from the same words is kept; learning gives the same every time. */
export type LearnedBefore = { find: () => Learned | undefined; keep: (learned: Learned) => void };
