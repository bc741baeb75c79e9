// My own account: change the password, hear of new leads on Telegram.
import { html } from 'hono/html';
import { z } from 'zod';
import { readForm } from '../../http/read-form.ts';
import type { Pages } from '../deps.ts';
import { checkPassword, hashPassword, longestPassword, shortestPassword } from '../password.ts';
import { setPassword, setTelegram } from '../store/account-changes.ts';
import { findSignIn } from '../store/accounts.ts';
import { attemptRight, beginAttempt } from '../store/attempts.ts';
import { makeLink } from '../store/links.ts';
import { roleWords } from '../words.ts';
import { form, page } from './layout.ts';

const Change = z.object({
  old: z.string().max(longestPassword),
  password: z.string().min(shortestPassword).max(longestPassword),
  again: z.string(),
});
const done = new Map([
  ['password', 'Đã đổi mật khẩu; các máy khác đã đăng xuất.'],
  ['off', 'Đã ngắt Telegram.'],
]);

export const mePages: Pages = (app, deps) => {
  app.get('/toi', async (c) =>
    c.html(
      show(c.get('session'), {
        notice: done.get(c.req.query('ok') ?? ''),
      }),
    ),
  );

  app.post('/toi/mat-khau', async (c) => {
    const session = c.get('session');
    const post = Change.safeParse(await readForm(c));
    if (!post.success)
      return c.html(
        show(session, { warn: `Mật khẩu mới phải từ ${shortestPassword} đến ${longestPassword} ký tự.` }),
        400,
      );
    if (post.data.password !== post.data.again)
      return c.html(show(session, { warn: 'Hai lần gõ mật khẩu mới không giống nhau.' }), 400);
    const { login } = session.account;
    // Guessed here it would be the account's for good. Counted apart: strangers at the door lock out nobody inside.
    const who = { login: `${login} (own)`, address: c.get('address') ?? 'unknown' };
    const attempt = await beginAttempt(deps.db, deps.vault, who, deps.clock());
    if (!attempt)
      return c.html(show(session, { warn: 'Sai nhiều lần quá. Bạn chờ 15 phút rồi thử lại.' }), 429);
    const own = await findSignIn(deps.db, login);
    if (!(await checkPassword(post.data.old, own?.passwordHash ?? null)))
      return c.html(show(session, { warn: 'Mật khẩu đang dùng chưa đúng.' }), 400);
    await attemptRight(deps.db, deps.vault, attempt, who.login);
    await setPassword(
      deps.db,
      session.account.id,
      await hashPassword(post.data.password),
      session.account.id,
      deps.clock(),
      session.hash,
    );
    return c.redirect('/can-bo/toi?ok=password', 303);
  });

  app.post('/toi/telegram', async (c) => {
    const session = c.get('session');
    const token = await makeLink(
      deps.db,
      { purpose: 'telegram', accountId: session.account.id },
      deps.clock(),
    );
    return c.html(show(session, { telegram: token }));
  });

  app.post('/toi/telegram/ngat', async (c) => {
    await setTelegram(deps.db, c.get('session').account.id, null, deps.clock());
    return c.redirect('/can-bo/toi?ok=off', 303);
  });

  function show(
    session: Parameters<typeof form>[0],
    more: { notice?: string | undefined; warn?: string; telegram?: string },
  ) {
    const code = more.telegram ? `/start staff_${more.telegram}` : undefined;
    return page(
      session,
      { title: 'Tài khoản của tôi', at: '/can-bo/toi', notice: more.notice, warn: more.warn },
      html`<p>${session.account.name} (${session.account.login}), ${roleWords[session.account.role]}.</p><h2>Đổi mật khẩu</h2>`,
      form(
        session,
        '/can-bo/toi/mat-khau',
        html`<div class="stack"><label>Mật khẩu đang dùng<input name="old" type="password" autocomplete="current-password" required></label>
<label>Mật khẩu mới (ít nhất ${shortestPassword} ký tự)<input name="password" type="password" autocomplete="new-password" minlength="${shortestPassword}" required></label>
<label>Gõ lại mật khẩu mới<input name="again" type="password" autocomplete="new-password" required></label><button>Đổi</button></div>`,
      ),
      html`<h2>Báo phiếu mới qua Telegram</h2><p class="hint">Tin báo chỉ nói “có phiếu mới”, không có tên hay số của ai.</p>`,
      session.account.telegram
        ? form(
            session,
            '/can-bo/toi/telegram/ngat',
            html`<p>Đang nối với Telegram.</p><button class="small">Ngắt</button>`,
          )
        : !deps.hasTelegram
          ? html`<p class="empty">Máy chủ chưa bật Telegram.</p>`
          : form(session, '/can-bo/toi/telegram', html`<button class="small">Tạo mã nối Telegram</button>`),
      code
        ? html`<p class="notice" role="status">Trong 1 giờ, gửi cho bot dòng này:<br><code class="copy">${code}</code></p>`
        : '',
    );
  }
};
