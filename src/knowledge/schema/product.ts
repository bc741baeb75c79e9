// What people grow, keep or make: products.yaml.
import { z } from 'zod';
import { id, words } from './fields.ts';

export const Product = z.strictObject({ id, name: words, aliases: z.array(words).default([]) });

export type Product = z.infer<typeof Product>;
