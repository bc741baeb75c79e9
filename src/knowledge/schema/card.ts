// One curated answer and the folder it lies in: the files of cards/, and topics.yaml.
import { z } from 'zod';
import { Aspect } from './aspect.ts';
import { Day, flag, id, whole, words } from './fields.ts';
import { Form } from './form.ts';
import { Bound, Majority, Portion, Span } from './limit.ts';
import { Beyond, Rate, Uncounted } from './rate.ts';

/** A calculation shown in an answer: the checker recomputes it. */
const Calculation = z.strictObject({
  show: words,
  rule: z.enum(['last-day-of-months']),
  from: Day,
  months: whole,
});

/** One curated answer. `known: false` says honestly that the store has nothing and offers a person. */
export const Card = z.strictObject({
  title: words,
  status: z.enum(['published', 'draft']),
  known: flag.optional(),
  forms: z.array(Form).default([]),
  aspect: Aspect,
  answer: words,
  details: z.array(words).default([]),
  for: words.optional(),
  next: words.optional(),
  cites: z.array(id).default([]),
  /** Clauses of earlier law that the text only mentions ("trước đây …"): they do not decide validity. */
  background: z.array(id).default([]),
  calculations: z.array(Calculation).default([]),
  rates: z.array(Rate).default([]),
  uncounted: z.array(Uncounted).default([]),
  beyond: z.array(Beyond).default([]),
  portions: z.array(Portion).default([]),
  bounds: z.array(Bound).default([]),
  majorities: z.array(Majority).default([]),
  spans: z.array(Span).default([]),
  related: z.array(id).default([]),
  /** The card that answered the same question under the law before. */
  earlier: id.optional(),
  action: z.enum(['register', 'staff', 'my-data']).optional(),
  /** The office that staff have filled in is said before the answer. */
  office: flag.optional(),
  /** Support for what was lost: the rule of the day of the loss counts, not today's. */
  loss: flag.optional(),
  reviewer: words,
  review_by: Day,
  asks: z.array(words),
});

/** The name people read for a folder of cards; `id` is the folder's. `loss`: who asks of it has lost something, and is not asked to form a group. */
export const Topic = z.strictObject({ id, title: words, loss: flag.optional() });

export type Card = z.infer<typeof Card> & { id: string; topic: string };
export type Topic = z.infer<typeof Topic>;
