// Refuses a request with a NUL in its address or its form: no keyboard types one, and PostgreSQL keeps none.
import type { MiddlewareHandler } from 'hono';
import { readForm } from '../http/read-form.ts';

export const refuseNul: MiddlewareHandler = async (c, next) => {
  const form = c.req.method === 'POST' ? Object.values(await readForm(c)) : [];
  if (c.req.url.includes('%00') || form.flat().some((value) => String(value).includes('\0')))
    return c.text('Có ký tự không dùng được. Bạn gõ lại giúp tôi.', 400);
  return next();
};
