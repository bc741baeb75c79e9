// Signing in and out; whoever was on the way to a page comes to it afterwards.
import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { Pages } from '../deps.ts';
import { cookieOf, giveCookie, ownOrigin, takeCookie } from '../guard.ts';
import { line, readForm } from '../input.ts';
import { checkPassword, longestPassword } from '../password.ts';
import { findSignIn } from '../store/accounts.ts';
import { attemptRight, beginAttempt } from '../store/attempts.ts';
import { endSession, startSession } from '../store/sessions.ts';
import { wantedPath } from '../wanted.ts';
import { alertLine, type Html, plainPage } from './layout.ts';

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
  app.get('/dang-nhap', (c) => c.html(signInPage({ login: '', den: wantedPath(c.req.query('den')) })));

  app.post('/dang-nhap', async (c) => {
    const sent = await readForm(c);
    const kept = Kept.parse(sent);
    if (!ownOrigin(c, deps.publicUrl))
      return c.html(signInPage(kept, 'Yêu cầu đến từ trang khác nên bị từ chối.'), 403);
    const post = SignIn.safeParse(sent);
    if (!post.success) return c.html(signInPage(kept, 'Bạn điền tên đăng nhập và mật khẩu.'), 400);
    const now = deps.clock();
    const who = { login: post.data.login, address: c.get('address') ?? 'unknown' };
    const attempt = await beginAttempt(deps.db, who, now);
    if (!attempt) return c.html(signInPage(kept, 'Sai nhiều lần quá. Bạn chờ 15 phút rồi thử lại.'), 429);
    const found = await findSignIn(deps.db, post.data.login);
    const right = await checkPassword(post.data.password, found?.passwordHash ?? null);
    if (!found || !right || found.account.disabled)
      return c.html(signInPage(kept, 'Tên đăng nhập hoặc mật khẩu chưa đúng.'), 401);
    await attemptRight(deps.db, attempt, post.data.login);
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

function signInPage({ login, den }: Kept, error?: string): Html {
  const focus = (here: boolean) => (here ? raw(' autofocus') : '');
  return plainPage(
    'Đăng nhập',
    alertLine(error),
    html`<form method="post" action="/can-bo/dang-nhap" class="stack"><input type="hidden" name="den" value="${den}">
<label>Tên đăng nhập<input name="login" autocomplete="username" required maxlength="${longestLogin}" value="${login}"${focus(login === '')}></label>
<label>Mật khẩu<input name="password" type="password" autocomplete="current-password" required maxlength="${longestPassword}"${focus(login !== '')}></label>
<button>Đăng nhập</button></form>
<p class="hint">Quên mật khẩu? Nhờ người quản trị gửi đường dẫn đặt lại.</p>`,
  );
}
