// A browser without a screen: keeps its cookie, posts forms with what the page put in them.
import type { Hono } from 'hono';

export type Client = {
  get: (path: string) => Promise<{ status: number; text: string; headers: Headers; location: string | null }>;
  post: (
    path: string,
    fields: Record<string, string> | [string, string][],
    headers?: Record<string, string>,
  ) => Promise<{ status: number; text: string; headers: Headers; location: string | null }>;
  cookies: Map<string, string>;
};

export function clientOf(http: Hono): Client {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([k, v]) => `${k}=${v}`).join('; '));
    const answer = await http.request(path, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = set.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(rest.join(';'))) cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: answer.status,
      text: await answer.text(),
      headers: answer.headers,
      location: answer.headers.get('location'),
    };
  };
  return {
    cookies,
    get: (path) => send(path),
    post: (path, fields, headers = {}) =>
      send(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
  };
}

/** The value of a hidden field on a page. */
export const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
