// JSON as platforms send it, read without trust: bodies, answers, and the ids in them.
import { z } from 'zod';

/** Ids may be longer than 2^53 and come as text; nothing else may stand in one. */
export const PlatformId = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[\w.:-]{1,128}$/));

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Undefined for what is no JSON; an answer that breaks off is none, and throws. */
export const readJson = (answer: Response): Promise<unknown> =>
  answer.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  });
