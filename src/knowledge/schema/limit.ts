// What a card lets own sums, people and times be held against: shares, bounds, majorities, spans.
import { z } from 'zod';
import { flag, whole, words } from './fields.ts';

/**
 * A share that the law sets of a sum a person may name, so that what it comes to can be counted: `percent` of `of`, in
 * the card's own words, no more than `most` đồng. `when`: words that name such a sum ("lãi 80 triệu"); `part`: words
 * that name what is held against the share ("góp 250 triệu"); with one of `unless` it is another matter. `own`: what
 * the borrower must bring, of loan and own part together.
 */
export const Portion = z.strictObject({
  percent: whole.refine((n) => n > 0 && n <= 100),
  of: words,
  most: whole.optional(),
  when: z.array(words).min(1),
  part: z.array(words).default([]),
  unless: z.array(words).default([]),
  own: flag.optional(),
});

/**
 * What a person bears at most, where that is a sum they may name: `of`, in the card's own words, `when`, words that
 * name it ("góp 20 triệu"), `against`, words that name what it is held against ("nợ 2 tỷ"), and the card's own line
 * that goes with it; with one of `unless` it is another matter.
 */
export const Bound = z.strictObject({
  of: words,
  when: z.array(words).min(1),
  against: z.array(words).min(1),
  line: words,
  unless: z.array(words).default([]),
});

/**
 * How many of some people must agree, so that it can be counted for so many of them: `share` of `of`, in the card's own
 * words ("hơn 50%" of "tổng số thành viên"); with one of `unless` another matter is voted on.
 */
export const Majority = z.strictObject({
  share: words,
  of: words,
  unless: z.array(words).default([]),
});

/**
 * Months or years at which a case of the card begins or ends, so that a time told can be held against them: `limit`, in
 * the card's own words ("từ 12 tháng trở lên"), `when`, words that name what lasts so long; with one of `unless` it is
 * another matter.
 */
export const Span = z.strictObject({
  limit: words,
  when: z.array(words).min(1),
  unless: z.array(words).default([]),
});

export type Portion = z.infer<typeof Portion>;
export type Bound = z.infer<typeof Bound>;
export type Majority = z.infer<typeof Majority>;
export type Span = z.infer<typeof Span>;
