// What the load generator is told to do, and what it reports.
import { z } from 'zod';

export const Job = z.object({
  /** Messages go to these in turn. */
  ports: z.array(z.number()),
  /** The processes whose processor time is counted. */
  pids: z.array(z.number()),
  body: z.enum(['zalo-bot', 'telegram']),
  secret: z.string(),
  talk: z.enum(['questions', 'register', 'mixed']),
  /** How many people write at once. */
  people: z.number(),
  /** Messages a second, sent at their time whether or not earlier ones are answered; without it as fast as answers come. */
  rate: z.number().optional(),
  warmUpSeconds: z.number(),
  seconds: z.number(),
  /** Ends earlier after this many. */
  atMost: z.number().optional(),
  /** The first person's number: a second job must not write as the people of the first. */
  from: z.number(),
});
export type Job = z.infer<typeof Job>;
export const Result = z.object({
  messages: z.number(),
  refused: z.number(),
  seconds: z.number(),
  perSecond: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  most: z.number(),
  /** Of the watched processes together, while messages were counted. */
  cpuMs: z.number(),
});
export type Result = z.infer<typeof Result>;
