// A button pressed twice does its work once: the same form sent again at once is answered as the first sending was.
import { setTimeout as wait } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import { readForm } from '../http/read-form.ts';
import type { DeskDeps, DeskEnv } from './deps.ts';
import { messagePage } from './pages/layout.ts';
import { endSend, sendLedTo, takeSend } from './store/sent-once.ts';

/** How long a second press waits for the first before it is told that it is still being done. */
const patience = { everyMs: 100, times: 150 };

/**
 * Every form shown carries a value of its own (`_once`), so that two forms alike are two. Only what ended well is
 * remembered, for whoever sent it, by a keyed hash (a form may hold a name or a password): a refusal is given again by
 * whoever gave it.
 */
export function once(
  { db, vault, clock }: Pick<DeskDeps, 'db' | 'vault' | 'clock'>,
  { everyMs, times } = patience,
): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const form = c.req.method === 'POST' ? await readForm(c) : {};
    if (typeof form._once !== 'string') return next();
    const key = vault.hash(JSON.stringify(['once', c.get('session').account.id, c.req.url, form]));
    let at = clock();
    for (let waited = 0; !(await takeSend(db, key, at)); waited++) {
      const ledTo = await sendLedTo(db, vault, key);
      if (ledTo) return c.redirect(ledTo, 303);
      if (waited >= times) return c.html(stillDone(), 503);
      await wait(everyMs);
      at = clock();
    }
    let ledTo: string | undefined;
    try {
      await next();
      if (c.res.status === 303) ledTo = c.res.headers.get('location') ?? undefined;
    } finally {
      // The work is done or refused by now: whoever sent it hears so, even if that cannot be written down.
      await endSend(db, vault, { key, at }, ledTo).catch(() => undefined);
    }
  };
}

const stillDone = () =>
  messagePage(
    'Việc này đang được làm',
    'Lần bấm trước chưa xong. Đợi một lúc rồi mở lại trang để xem, khỏi gửi lại.',
    {
      href: '/can-bo',
      label: 'Về bàn làm việc',
    },
  );
