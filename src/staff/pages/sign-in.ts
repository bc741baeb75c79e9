// Signing in and out; whoever was on the way to a page comes to it afterwards.
import { html, raw } from 'hono/html';
import { z } from 'zod';
import { readForm } from '../../http/read-form.ts';
import type { Pages } from '../deps.ts';
import { cookieOf, giveCookie, ownOrigin, takeCookie } from '../guard.ts';
import { line } from '../input.ts';
import { checkPassword, longestPassword } from '../password.ts';
import { findSignIn } from '../store/accounts.ts';
import { attemptRight, beginAttempt } from '../store/attempts.ts';
import { endSession, findSession, startSession } from '../store/sessions.ts';
import { wantedPath } from '../wanted.ts';
import { alertLine, type Html, plainPage } from './layout.ts';
import { type Help, whoHelps } from './who-helps.ts';

const longestLogin = 60;
const SignIn = z.object({
  login: line(longestLogin).min(1),
  password: z.string().min(1).max(longestPassword),
});
/** What the form keeps when it comes back. */
const Kept = z.object({
  login: line(longestLogin).catch(''),
  den: z.string().optional().catch(undefined).transform(wantedPath),
});
type Kept = z.infer<typeof Kept>;

export const signInPages: Pages = (app, deps) => {
  app.get('/dang-nhap', async (c) => {
    const den = wantedPath(c.req.query('den'));
    const token = cookieOf(c);
    if (token && (await findSession(deps.db, token, deps.clock()))) return c.redirect(den, 303);
    return c.html(signInPage({ login: '', den }, await whoHelps(deps.db)));
  });

  app.post('/dang-nhap', async (c) => {
    const sent = await readForm(c);
    const kept = Kept.parse(sent);
    const help = await whoHelps(deps.db);
    const again = (error: string) => signInPage(kept, help, error);
    if (!ownOrigin(c, deps.publicUrl)) return c.html(again('Yêu cầu đến từ trang khác nên bị từ chối.'), 403);
    const post = SignIn.safeParse(sent);
    if (!post.success) return c.html(again('Bạn điền tên đăng nhập và mật khẩu.'), 400);
    const now = deps.clock();
    const who = { login: post.data.login, address: c.get('address') ?? 'unknown' };
    const attempt = await beginAttempt(deps.db, deps.vault, who, now);
    if (!attempt) return c.html(again('Sai nhiều lần quá. Bạn chờ 15 phút rồi thử lại.'), 429);
    const found = await findSignIn(deps.db, post.data.login);
    const right = await checkPassword(post.data.password, found?.passwordHash ?? null);
    if (!found || !right || found.account.disabled)
      return c.html(again('Tên đăng nhập hoặc mật khẩu chưa đúng.'), 401);
    await attemptRight(deps.db, deps.vault, attempt, post.data.login);
    giveCookie(c, await startSession(deps.db, found.account.id, now), deps.publicUrl);
    return c.redirect(kept.den, 303);
  });

  app.post('/dang-xuat', async (c) => {
    const token = cookieOf(c);
    if (token && ownOrigin(c, deps.publicUrl)) await endSession(deps.db, token);
    takeCookie(c);
    return c.redirect('/can-bo/dang-nhap', 303);
  });
};

function signInPage({ login, den }: Kept, help: Help, error?: string): Html {
  const focus = (here: boolean) => (here ? raw(' autofocus') : '');
  return plainPage(
    'Đăng nhập',
    alertLine(error),
    html`<form method="post" action="/can-bo/dang-nhap" class="stack"><input type="hidden" name="den" value="${den}">
<label>Tên đăng nhập<input name="login" autocomplete="username" required maxlength="${longestLogin}" value="${login}"${focus(login === '')}></label>
<label>Mật khẩu<input name="password" type="password" autocomplete="current-password" required maxlength="${longestPassword}"${focus(login !== '')}></label>
<button>Đăng nhập</button></form>
<p class="hint">${help.signIn}</p>`,
  );
}
