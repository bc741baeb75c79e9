// The forms of organisation that cards and questions speak of.
import { z } from 'zod';

export const Form = z.enum(['tht', 'htx', 'lien-hiep']);

export type Form = z.infer<typeof Form>;
