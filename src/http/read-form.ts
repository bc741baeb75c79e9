// What a browser sends as a form, read without trust: a body that is no form is an empty one.
import type { Context } from 'hono';

/** Never throws: a body that is no form has no fields, and the schema then says what is missing. */
export async function readForm(c: Context): Promise<Record<string, unknown>> {
  return c.req.parseBody().catch(() => ({}));
}
