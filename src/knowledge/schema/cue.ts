// A cue: what is said that is no question to the knowledge, as a greeting, thanks, weather, distress or a request to stop. The files of talk/.
import { z } from 'zod';
import { flag, words } from './fields.ts';

export const Cue = z.strictObject({
  title: words,
  outcome: z.enum(['small_talk', 'off_topic', 'urgent', 'handover', 'action']),
  /** For `action` and `handover`: what the conversation does. */
  does: z
    .enum([
      'register',
      'staff',
      'my-data',
      'erase',
      'stop',
      'back',
      'skip',
      'menu',
      'edit',
      'later',
      'explain',
      'more',
    ])
    .optional(),
  /** Sentences the bot says; empty when the action speaks for itself. */
  say: z.array(words).default([]),
  asks: z.array(words).min(1),
  /** Words that settle it wherever they stand ("rắn cắn", "bố … đánh" with a few words between): for distress, where missing one costs most. */
  signs: z.array(words).default([]),
  /** Signs that count only in what is told as happening: not long ago, not supposed, not in a question about support. */
  signs_now: z.array(words).default([]),
  /** For distress: what is only supposed ("nếu tổ trưởng bỏ trốn thì ai trả") is no sign of it. */
  not_supposed: flag.optional(),
  /** For distress: it takes things and animals too; who tells of nothing else is reminded of people, and answered. */
  takes_things: flag.optional(),
  /** For distress over money or papers: what to do is said once, and a question behind it is answered. */
  once: flag.optional(),
  /** For distress: what is said instead of all of `say` once that was said, the number to call first of all. */
  again: words.optional(),
  /** For distress: what is often said next ("114 không nghe máy", "có lấy lại được tiền không"), by its signs, with the line that fits. */
  follows: z.array(z.strictObject({ signs: z.array(words).min(1), say: words })).default([]),
  /** Understood only in just these words, never by likeness: they are too near to real questions ("nghĩa là sao"). */
  exact: flag.optional(),
  /** Said in passing, never the answer to a step of a form ("chào em"). */
  passing: flag.optional(),
});

export type Cue = z.infer<typeof Cue> & { id: string };
