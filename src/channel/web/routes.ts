// The web channel: one page, one form, one cookie identity; POST then 303 to the newest answer, a repeat dropped by its hidden message id.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { getCookie, setCookie } from 'hono/cookie';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Inbound, Said } from '../../conversation/message.ts';
import type { ShownTurn } from '../../conversation/store/talk-shown.ts';
import { makeRateLimit } from '../../http/rate-limit.ts';
import { readForm } from '../../http/read-form.ts';
import { sentFrom } from '../../http/sent-from.ts';
import { makeSlots } from '../../http/slots.ts';
import { livePages } from './limits.ts';
import { chatPage, scriptParts } from './page.ts';
import { type PrivacyFacts, privacyPage } from './privacy.ts';
import { privacyPath } from './text.ts';

type WebDeps = {
  receive: (inbound: Inbound) => Promise<unknown>;
  /** `address` is the cookie itself here and below. The talk of it, oldest first; replies not yet acknowledged in full, older ones masked. */
  talk: (address: string) => Promise<readonly ShownTurn[]>;
  /** Whether an answer was promised there and is still to come. */
  awaits: (address: string) => Promise<boolean>;
  /** A value that changes when the talk does; asked once a second for live pages. */
  version: (address: string) => Promise<string>;
  examples: readonly string[];
  privacy: () => Promise<PrivacyFacts>;
  publicUrl: string;
  clock: () => Date;
};

const cookieName = 'hoi_htx';
const Post = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/),
  text: z.string().max(20_000).optional(),
  choose: z.string().max(64).optional(),
});
const asset = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(new URL(name, import.meta.url)));
const liveFor = 5 * 60_000;

export function webRoutes(deps: WebDeps): Hono {
  const app = new Hono();
  const secure = deps.publicUrl.startsWith('https:');
  const perIdentity = makeRateLimit(20, 1500);
  const perAddress = makeRateLimit(200, 300);
  const live = makeSlots();
  const freshId = (): string => randomBytes(15).toString('base64url');

  const identity = (c: Context): string | undefined =>
    getCookie(c, cookieName)?.match(/^[A-Za-z0-9_-]{20,40}$/)?.[0];
  const giveIdentity = (c: Context): string => {
    const address = identity(c) ?? randomBytes(18).toString('base64url');
    setCookie(c, cookieName, address, {
      httpOnly: true,
      sameSite: 'Lax',
      secure,
      path: '/',
      maxAge: 365 * 86_400,
    });
    return address;
  };

  const privacyAddress = `${deps.publicUrl}${privacyPath}`;
  const page = async (address: string | undefined) =>
    chatPage({
      version: address ? await deps.version(address) : '',
      turns: address ? await deps.talk(address) : [],
      awaits: address ? await deps.awaits(address) : false,
      messageId: freshId(),
      examples: deps.examples,
      privacyAddress,
    });
  /** Reads nothing (the database may be down, or a flood be on). */
  const emptyPage = (error: string, unsent?: z.infer<typeof Post>) =>
    chatPage({
      version: '',
      turns: [],
      awaits: false,
      messageId: unsent?.id ?? freshId(),
      examples: [],
      privacyAddress,
      error,
      ...(unsent ? { unsent } : {}),
    });
  /** What was typed stands in the box under its old id, so that a repeat is known. */
  const unsentPage = (post: z.infer<typeof Post>, error: string) => emptyPage(error, post);

  // A long talk is sixty kilobytes, and four and a half of them packed.
  for (const path of ['/', '/chat', '/web/*', privacyPath]) app.use(path, compress());

  app.get('/', async (c) => c.html(await page(identity(c)), 200, { 'Cache-Control': 'no-store' }));

  // Where the page of an unsent message stands: its address is typed again, kept, or gone back to.
  app.get('/chat', (c) => c.redirect('/'));

  app.post('/chat', bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    if (sentFrom(c, deps.publicUrl) === 'another')
      return c.html(emptyPage('Yêu cầu đến từ trang khác nên bị từ chối.'), 403);
    const address = giveIdentity(c);
    const post = Post.safeParse(await readForm(c));
    if (!post.success) return c.html(emptyPage('Tin gửi chưa đúng hoặc dài quá. Bạn gửi lại giúp tôi.'), 400);
    const now = deps.clock().getTime();
    // What one of them refuses is not counted by the other: a person in a hurry does not use up a whole office's share.
    const ofAddress = perAddress(c.get('address') ?? 'unknown', now);
    const ofPerson = perIdentity(address, now);
    if (!ofAddress || !ofPerson) {
      c.header('Retry-After', '3');
      return c.html(unsentPage(post.data, 'Bạn gửi nhanh quá, chờ một chút rồi gửi lại nhé.'), 429);
    }
    ofAddress();
    ofPerson();
    const saved = await deps
      .receive({
        channel: 'web',
        address,
        messageId: post.data.id,
        said: saidOf(post.data),
        receivedAt: deps.clock(),
      })
      .then(
        () => true,
        () => false,
      );
    // The script is given the page at once: a redirect costs a slow network another trip.
    if (saved && c.req.header('x-by') === 'script')
      return c.html(await page(address), 200, { 'Cache-Control': 'no-store' });
    if (saved) return c.redirect('/#moi', 303);
    c.header('Retry-After', '10');
    return c.html(
      unsentPage(
        post.data,
        'Máy đang gặp trục trặc nên chưa nhận được tin. Bạn chờ một phút rồi bấm gửi lại.',
      ),
      503,
    );
  });

  app.get('/chat/live', (c) => {
    const address = identity(c);
    if (!address) return c.body(null, 204);
    const leave = live.take([
      { name: `person ${address}`, most: livePages.person },
      { name: `address ${c.get('address') ?? 'unknown'}`, most: livePages.address },
      { name: 'all', most: livePages.all },
    ]);
    // The page goes on without: it shows what is new when it is loaded or sent.
    if (!leave) return c.body(null, 429);
    return streamSSE(c, async (stream) => {
      stream.onAbort(leave);
      try {
        const until = deps.clock().getTime() + liveFor;
        // An outage is told of by the watch, once; the page comes back by itself.
        const version = () => deps.version(address).catch(() => undefined);
        let shown = c.req.header('last-event-id') ?? c.req.query('seen') ?? (await version());
        while (!stream.aborted && deps.clock().getTime() < until) {
          const now = await version();
          if (now === undefined) return;
          await stream.writeSSE({ event: now === shown ? 'still' : 'changed', data: '', id: now });
          shown = now;
          await stream.sleep(1500);
        }
      } finally {
        leave();
      }
    });
  });

  app.get(privacyPath, async (c) => c.html(privacyPage(await deps.privacy())));

  for (const [name, type] of Object.entries({
    'chat.css': 'text/css; charset=utf-8',
    ...Object.fromEntries(['chat', ...scriptParts].map((n) => [`${n}.js`, 'text/javascript; charset=utf-8'])),
    'icon.svg': 'image/svg+xml; charset=utf-8',
    // Zalo fetches it for the form that shares name and number.
    'form.png': 'image/png',
  })) {
    const body = asset(name);
    app.get(`/web/${name}`, (c) =>
      c.body(body, 200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=3600',
      }),
    );
  }
  return app;
}

function saidOf(post: z.infer<typeof Post>): Said {
  return post.choose ? { kind: 'choose', id: post.choose } : { kind: 'text', text: post.text ?? '' };
}
