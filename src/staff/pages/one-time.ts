// The pages behind one-time links: making an account, and setting a new password; a mistake keeps what was typed.
import type { Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { readForm } from '../../http/read-form.ts';
import type { DeskDeps, Pages } from '../deps.ts';
import { giveCookie, ownOrigin } from '../guard.ts';
import { line } from '../input.ts';
import { hashPassword, longestPassword, shortestPassword } from '../password.ts';
import { addAccountByLink, setPasswordByLink } from '../store/by-link.ts';
import { findLink, type Purpose } from '../store/links.ts';
import { startSession } from '../store/sessions.ts';
import { alertLine, type Html, messagePage, plainPage } from './layout.ts';
import { whoHelps } from './who-helps.ts';

const loginPattern = '[A-Za-z0-9._\\-]{3,40}';
const loginRule =
  '3–40 chữ không dấu, số, dấu chấm, gạch ngang hay gạch dưới; không có dấu cách. Ví dụ: nguyen.lan';
const wrong = {
  login: `Tên đăng nhập chưa đúng: ${loginRule}.`,
  name: 'Bạn ghi họ tên, từ 2 đến 80 chữ.',
  password: `Mật khẩu phải từ ${shortestPassword} đến ${longestPassword} ký tự.`,
  again: 'Hai lần gõ mật khẩu không giống nhau.',
};
const twice = {
  password: z
    .string(wrong.password)
    .min(shortestPassword, wrong.password)
    .max(longestPassword, wrong.password),
  again: z.string(wrong.again),
};
const areSame = (post: { password: string; again: string }): boolean => post.password === post.again;
const NewPassword = z.object(twice).refine(areSame, wrong.again);
const NewAccount = z
  .object({
    login: z
      .string(wrong.login)
      .trim()
      .regex(new RegExp(`^${loginPattern}$`), wrong.login),
    name: line(80, wrong.name).min(2, wrong.name),
    ...twice,
  })
  .refine(areSame, wrong.again);
const Typed = z.object({ login: line(80).catch(''), name: line(80).catch('') });
type Typed = z.infer<typeof Typed>;

export const oneTimePages: Pages = (app, deps) => {
  const untyped = { login: '', name: '' };
  app.get('/moi/:token', (c) =>
    withLink(c, deps, 'account', async (token) => c.html(accountForm(token, untyped))),
  );
  app.post('/moi/:token', (c) =>
    withLink(c, deps, 'account', async (token) => {
      const sent = await readForm(c);
      const again = (error: string) => c.html(accountForm(token, Typed.parse(sent), error), 400);
      const post = NewAccount.safeParse(sent);
      if (!post.success) return again(whatIsWrong(post.error));
      const { login, name } = post.data;
      const now = deps.clock();
      const passwordHash = await hashPassword(post.data.password);
      const made = await addAccountByLink(deps.db, token, { login, name, passwordHash }, now);
      if (made === 'used') return deadLink(c, deps);
      if (made === 'taken') return again('Tên đăng nhập này đã có người dùng; bạn chọn tên khác.');
      return enter(c, deps, made.id);
    }),
  );

  app.get('/mat-khau/:token', (c) =>
    withLink(c, deps, 'password', async (token) => c.html(passwordForm(token))),
  );
  app.post('/mat-khau/:token', (c) =>
    withLink(c, deps, 'password', async (token) => {
      const post = NewPassword.safeParse(await readForm(c));
      if (!post.success) return c.html(passwordForm(token, whatIsWrong(post.error)), 400);
      const passwordHash = await hashPassword(post.data.password);
      const done = await setPasswordByLink(deps.db, token, passwordHash, deps.clock());
      return done === 'used' ? deadLink(c, deps) : enter(c, deps, done.accountId);
    }),
  );
};

/** A link that is used, old or wrong says so before anything is asked. */
async function withLink(
  c: Context,
  deps: DeskDeps,
  purpose: Purpose,
  then: (token: string) => Promise<Response>,
): Promise<Response> {
  if (c.req.method === 'POST' && !ownOrigin(c, deps.publicUrl))
    return c.text('Yêu cầu đến từ trang khác nên bị từ chối.', 403);
  const token = c.req.param('token') ?? '';
  return (await findLink(deps.db, token, purpose, deps.clock())) ? then(token) : deadLink(c, deps);
}

async function deadLink(c: Context, { db }: DeskDeps) {
  const text = `Đường dẫn này đã dùng rồi hoặc quá hạn. ${(await whoHelps(db)).deadLink}`;
  const link = { href: '/can-bo/dang-nhap', label: 'Đăng nhập' };
  return c.html(messagePage('Đường dẫn không dùng được', text, link), 410);
}

async function enter(c: Context, deps: DeskDeps, accountId: string): Promise<Response> {
  giveCookie(c, await startSession(deps.db, accountId, deps.clock()), deps.publicUrl);
  return c.redirect('/can-bo', 303);
}

const whatIsWrong = (error: z.ZodError): string => [...new Set(error.issues.map((i) => i.message))].join(' ');

const passwordFields = html`<label>Mật khẩu (ít nhất ${shortestPassword} ký tự)<input name="password" type="password" autocomplete="new-password" required minlength="${shortestPassword}" maxlength="${longestPassword}"></label>
<label>Gõ lại mật khẩu<input name="again" type="password" autocomplete="new-password" required></label>`;

function accountForm(token: string, typed: Typed, error?: string): Html {
  return plainPage(
    'Lập tài khoản',
    alertLine(error),
    html`<form method="post" action="/can-bo/moi/${token}" class="stack">
<div><label>Tên đăng nhập<input name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required pattern="${loginPattern}" maxlength="40" title="${loginRule}" aria-describedby="luat-ten" value="${typed.login}"></label><span id="luat-ten" class="hint">${loginRule}</span></div>
<label>Họ tên<input name="name" autocomplete="name" required maxlength="80" value="${typed.name}"></label>${passwordFields}<button>Lập tài khoản</button></form>`,
  );
}

function passwordForm(token: string, error?: string): Html {
  return plainPage(
    'Đặt mật khẩu mới',
    alertLine(error),
    html`<form method="post" action="/can-bo/mat-khau/${token}" class="stack">${passwordFields}<button>Đặt mật khẩu</button></form>`,
  );
}
