// The page somebody wanted before they had to sign in: carried through the sign-in form, and nothing but a page of the desk.
import type { Context } from 'hono';
import { z } from 'zod';

const home = '/can-bo';
const signIn = `${home}/dang-nhap`;
const nowhere = 'http://desk.invalid';
/** Pages that make no sense after signing in, and files: a download would leave the sign-in form standing. */
const notAfter = /^\/can-bo\/(?:dang-nhap|dang-xuat|moi|mat-khau)(?:\/|$)|\.(?:csv|xlsx|css|js)$/;

/** The path as a browser would read it; the first page for anything that leads elsewhere. */
export function wantedPath(given: unknown): string {
  const text = z.string().max(500).startsWith('/').safeParse(given).data;
  if (text === undefined || !URL.canParse(text, nowhere)) return home;
  const { origin, pathname, search } = new URL(text, nowhere);
  const isOurs = origin === nowhere && (pathname === home || pathname.startsWith(`${home}/`));
  return isOurs && !notAfter.test(pathname) ? pathname + search : home;
}

export function signInAddress(wanted: string): string {
  return wanted === home ? signIn : `${signIn}?${new URLSearchParams({ den: wanted })}`;
}

/** Where to sign in so as to come back here; for a form that was sent too late, back to the page it stood on. */
export function signInFrom(c: Context): string {
  const address = c.req.method === 'GET' ? c.req.url : (c.req.header('referer') ?? '');
  if (!URL.canParse(address)) return signIn;
  const { pathname, search } = new URL(address);
  return signInAddress(wantedPath(pathname + search));
}
