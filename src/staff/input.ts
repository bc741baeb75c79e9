// Fields of forms, read without trust: no line holds what a database refuses, and an id is one that we made.
import { z } from 'zod';

/** One line of words; PostgreSQL takes no NUL in a text, and no name needs a control character. `error` is for people. */
export const line = (longest: number, error?: string) =>
  z
    .string(error)
    .trim()
    .max(longest, error)
    .regex(/^\P{Cc}*$/u, error);

/** Ids of accounts, leads and talks as we make them. */
export const Id = z.uuid();
