// Signing in and out, and the one-time links that make an account or a new password.

import type { Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { DeskDeps, Pages } from '../deps.ts';
import { cookieOf, giveCookie, ownOrigin, takeCookie } from '../guard.ts';
import { checkPassword, hashPassword, longestPassword, shortestPassword } from '../password.ts';
import { addAccount, findSignIn, setPassword } from '../store/accounts.ts';
import { addAttempt, clearAttempts, tooManyAttempts } from '../store/attempts.ts';
import { findLink, type Purpose, useLink } from '../store/links.ts';
import { endSession, startSession } from '../store/sessions.ts';
import { type Html, messagePage, plainPage } from './layout.ts';

const SignIn = z.object({
  login: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(longestPassword),
});
const password = z.string().min(shortestPassword).max(longestPassword);
const NewAccount = z.object({
  login: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9._-]{3,40}$/),
  name: z.string().trim().min(2).max(80),
  password,
  again: z.string(),
});
const NewPassword = z.object({ password, again: z.string() });

export const signInPages: Pages = (app, deps) => {
  app.get('/dang-nhap', (c) => c.html(signInPage()));

  app.post('/dang-nhap', async (c) => {
    if (!ownOrigin(c, deps.publicUrl))
      return c.html(signInPage('Yêu cầu đến từ trang khác nên bị từ chối.'), 403);
    const post = SignIn.safeParse(await c.req.parseBody());
    if (!post.success) return c.html(signInPage('Bạn điền tên đăng nhập và mật khẩu.'), 400);
    const now = deps.clock();
    const who = { login: post.data.login, address: c.get('address') ?? 'unknown' };
    if (await tooManyAttempts(deps.db, who, now))
      return c.html(signInPage('Sai nhiều lần quá. Bạn chờ 15 phút rồi thử lại.'), 429);
    const found = await findSignIn(deps.db, post.data.login);
    const right = await checkPassword(post.data.password, found?.passwordHash ?? null);
    if (!found || !right || found.account.disabled) {
      await addAttempt(deps.db, who, now);
      return c.html(signInPage('Tên đăng nhập hoặc mật khẩu chưa đúng.'), 401);
    }
    await clearAttempts(deps.db, post.data.login);
    giveCookie(c, await startSession(deps.db, found.account.id, now), deps.publicUrl);
    return c.redirect('/can-bo', 303);
  });

  app.post('/dang-xuat', async (c) => {
    const token = cookieOf(c);
    if (token && ownOrigin(c, deps.publicUrl)) await endSession(deps.db, token);
    takeCookie(c);
    return c.redirect('/can-bo/dang-nhap', 303);
  });

  app.get('/moi/:token', (c) => withLink(c, deps, 'account', () => accountForm(c.req.param('token'))));
  app.post('/moi/:token', (c) =>
    withLink(c, deps, 'account', async (link) => {
      const token = c.req.param('token') ?? '';
      const post = NewAccount.safeParse(await c.req.parseBody());
      if (!post.success)
        return accountForm(
          token,
          `Tên đăng nhập gồm 3–40 chữ không dấu, số, dấu chấm; mật khẩu ít nhất ${shortestPassword} ký tự.`,
        );
      if (post.data.password !== post.data.again)
        return accountForm(token, 'Hai lần gõ mật khẩu không giống nhau.');
      const now = deps.clock();
      const passwordHash = await hashPassword(post.data.password);
      const made = await deps.db.transaction().execute(async (trx) => {
        const added = await addAccount(
          trx,
          { login: post.data.login, name: post.data.name, role: link.role ?? 'viewer', passwordHash },
          'self',
          now,
        );
        if (added === 'taken') return 'taken' as const;
        return (await useLink(trx, token, now)) ? added : Promise.reject(new Error('link used meanwhile'));
      });
      if (made === 'taken')
        return accountForm(token, 'Tên đăng nhập này đã có người dùng; bạn chọn tên khác.');
      giveCookie(c, await startSession(deps.db, made.id, now), deps.publicUrl);
      return undefined;
    }),
  );

  app.get('/mat-khau/:token', (c) => withLink(c, deps, 'password', () => passwordForm(c.req.param('token'))));
  app.post('/mat-khau/:token', (c) =>
    withLink(c, deps, 'password', async (link) => {
      const token = c.req.param('token') ?? '';
      const post = NewPassword.safeParse(await c.req.parseBody());
      if (!post.success) return passwordForm(token, `Mật khẩu ít nhất ${shortestPassword} ký tự.`);
      if (post.data.password !== post.data.again)
        return passwordForm(token, 'Hai lần gõ mật khẩu không giống nhau.');
      const now = deps.clock();
      const account = link.accountId;
      if (!account || !(await useLink(deps.db, token, now)))
        return passwordForm(token, 'Đường dẫn này đã dùng rồi.');
      await setPassword(deps.db, account, await hashPassword(post.data.password), account, now);
      giveCookie(c, await startSession(deps.db, account, now), deps.publicUrl);
      return undefined;
    }),
  );
};

/** Shows the page given, or the desk when there is none to show. A link that is used, old or wrong says so. */
async function withLink(
  c: Context,
  deps: DeskDeps,
  purpose: Purpose,
  then: (link: {
    accountId: string | null;
    role: 'admin' | 'staff' | 'viewer' | null;
  }) => Html | undefined | Promise<Html | undefined>,
) {
  if (c.req.method === 'POST' && !ownOrigin(c, deps.publicUrl))
    return c.text('Yêu cầu đến từ trang khác nên bị từ chối.', 403);
  const link = await findLink(deps.db, c.req.param('token') ?? '', purpose, deps.clock());
  if (!link) {
    const text = 'Đường dẫn này đã dùng rồi hoặc quá hạn. Bạn xin người quản trị đường dẫn mới.';
    return c.html(
      messagePage('Đường dẫn không dùng được', text, { href: '/can-bo/dang-nhap', label: 'Đăng nhập' }),
      410,
    );
  }
  const shown = await then(link);
  return shown ? c.html(shown, c.req.method === 'POST' ? 400 : 200) : c.redirect('/can-bo', 303);
}

const alert = (error: string | undefined): Html | string =>
  error ? html`<p class="warn" role="alert">${error}</p>` : '';

function signInPage(error?: string): Html {
  return plainPage(
    'Đăng nhập',
    alert(error),
    html`<form method="post" action="/can-bo/dang-nhap" class="stack">
<label>Tên đăng nhập<input name="login" autocomplete="username" required maxlength="60" autofocus></label>
<label>Mật khẩu<input name="password" type="password" autocomplete="current-password" required maxlength="${longestPassword}"></label>
<button>Đăng nhập</button></form>
<p class="hint">Quên mật khẩu? Nhờ người quản trị gửi đường dẫn đặt lại.</p>`,
  );
}

const passwordFields = html`<label>Mật khẩu (ít nhất ${shortestPassword} ký tự)<input name="password" type="password" autocomplete="new-password" required minlength="${shortestPassword}" maxlength="${longestPassword}"></label>
<label>Gõ lại mật khẩu<input name="again" type="password" autocomplete="new-password" required></label>`;

function accountForm(token: string | undefined, error?: string): Html {
  return plainPage(
    'Lập tài khoản',
    alert(error),
    html`<form method="post" action="/can-bo/moi/${token ?? ''}" class="stack">
<label>Tên đăng nhập<input name="login" autocomplete="username" required pattern="[A-Za-z0-9._\\-]{3,40}" maxlength="40"></label>
<label>Họ tên<input name="name" autocomplete="name" required maxlength="80"></label>${passwordFields}<button>Lập tài khoản</button></form>`,
  );
}

function passwordForm(token: string | undefined, error?: string): Html {
  return plainPage(
    'Đặt mật khẩu mới',
    alert(error),
    html`<form method="post" action="/can-bo/mat-khau/${token ?? ''}" class="stack">${passwordFields}<button>Đặt mật khẩu</button></form>`,
  );
}
