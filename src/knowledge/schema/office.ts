// Where people are sent: offices.yaml.
import { z } from 'zod';
import { id, words } from './fields.ts';

export const Office = z.strictObject({
  id,
  name: words,
  place: id.optional(),
  does: words,
  address: words.optional(),
  phone: words.optional(),
  hours: words.optional(),
  verified: words,
  cites: z.array(id).default([]),
});

export type Office = z.infer<typeof Office>;
