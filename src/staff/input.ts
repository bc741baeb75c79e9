// What browsers send, read without trust: a broken form is an empty one, and no line holds what a database refuses.
import type { Context } from 'hono';
import { z } from 'zod';

/** Never throws: a body that is no form has no fields, and the schema then says what is missing. */
export async function readForm(c: Context): Promise<Record<string, unknown>> {
  return c.req.parseBody().catch(() => ({}));
}

/** One line of words; PostgreSQL takes no NUL in a text, and no name needs a control character. `error` is for people. */
export const line = (longest: number, error?: string) =>
  z
    .string(error)
    .trim()
    .max(longest, error)
    .regex(/^\P{Cc}*$/u, error);

/** Ids of accounts, leads and talks as we make them. */
export const Id = z.uuid();
