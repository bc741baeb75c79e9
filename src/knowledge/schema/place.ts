// A unit of the land, old or new: places.yaml.
import { z } from 'zod';
import { Day, flag, id, words } from './fields.ts';

export const Place = z.strictObject({
  id,
  name: words,
  kind: z.enum(['phuong', 'xa', 'tinh', 'thanh-pho', 'huyen', 'thon']),
  /** The new unit it belongs to since `since`; absent on the new units themselves. */
  now: id.optional(),
  since: Day.optional(),
  aliases: z.array(words).default([]),
  /** Without marks its name is also a common word: it counts only behind "ở", "huyện" and the like. */
  also_word: flag.optional(),
  /** A namesake elsewhere: the bot asks rather than guesses. */
  trap: words.optional(),
  /** The places to choose among when the trap is sprung. */
  namesakes: z.array(id).default([]),
  /** false: outside the area served; the bot says so. */
  served: flag.optional(),
  /** The wider area of that name holds wards served: naming it tells no place. */
  holds_served: flag.optional(),
  cites: z.array(id).default([]),
});

export type Place = z.infer<typeof Place>;
