// By what a card lets a loss be counted: amounts for each kg or ha, and what they do not count.
import { z } from 'zod';
import { id, whole, words } from './fields.ts';

/** Numbers a case lies in: `over` is left out itself, `from` and `to` count. */
export const Range = z.strictObject({
  over: whole.optional(),
  from: whole.optional(),
  to: whole.optional(),
});
/**
 * An amount for each kg or ha, with the case it holds for, so that what a person lost can be counted: `value` in đồng,
 * `share` of the area lost in percent, `days` since sowing; `when`: words by which people say that it stands so far
 * ("sắp thu"). `line`: the card's own words that say it.
 */
export const Rate = z.strictObject({
  per: z.enum(['kg', 'ha']),
  value: whole,
  line: words,
  share: Range.optional(),
  days: Range.optional(),
  when: z.array(words).min(1).optional(),
});

/** A stage whose rate was not read well enough to count by: the words people say for it, and the card's own line for it. */
export const Uncounted = z.strictObject({ when: z.array(words).min(1), line: words });

/**
 * What the rates do not count (another animal, another cause), and the card that says what is known of it: one of
 * `when`, and of `and` where there is any, must be said, and none of `unless`.
 */
export const Beyond = z.strictObject({
  card: id,
  when: z.array(words).min(1),
  and: z.array(words).default([]),
  unless: z.array(words).default([]),
});

export type Range = z.infer<typeof Range>;
export type Rate = z.infer<typeof Rate>;
