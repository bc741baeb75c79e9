// Lets only signed-in staff through, and only forms that carry their session's own token.
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { readForm } from '../http/read-form.ts';
import { sameSecret } from '../http/secrets.ts';
import { sentFrom } from '../http/sent-from.ts';
import type { DeskDeps, DeskEnv } from './deps.ts';
import { type Html, messagePage, plainPage } from './pages/layout.ts';
import type { Role } from './store/accounts.ts';
import { findSession } from './store/sessions.ts';
import { signInFrom } from './wanted.ts';

const cookie = 'hoi_htx_can_bo';

export function giveCookie(c: Context, token: string, publicUrl: string): void {
  setCookie(c, cookie, token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: publicUrl.startsWith('https:'),
    path: '/can-bo',
    maxAge: 7 * 86_400,
  });
}
export const takeCookie = (c: Context): void => void deleteCookie(c, cookie, { path: '/can-bo' });
export const cookieOf = (c: Context): string | undefined => getCookie(c, cookie)?.slice(0, 100);

export function guard(deps: DeskDeps): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const token = cookieOf(c);
    const session = token ? await findSession(deps.db, token, deps.clock()) : undefined;
    if (!session) {
      if (c.req.method === 'GET') return c.redirect(signInFrom(c), 303);
      return c.html(
        plainPage(
          'Hết phiên làm việc',
          html`<p>Bạn đăng nhập lại rồi làm tiếp.</p>`,
          typedWords(ownOrigin(c, deps.publicUrl) ? await readForm(c) : {}),
          html`<p><a class="button" href="${signInFrom(c)}">Đăng nhập</a></p>`,
        ),
        401,
      );
    }
    c.set('session', session);
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const form = await readForm(c);
      if (!sameSecret(String(form._csrf ?? ''), session.csrf) || !ownOrigin(c, deps.publicUrl)) {
        return c.html(
          messagePage(
            'Yêu cầu bị từ chối',
            'Biểu mẫu đã cũ hoặc đến từ trang khác. Bạn tải lại trang rồi làm lại.',
            { href: '/can-bo', label: 'Về trang đầu' },
          ),
          403,
        );
      }
    }
    await next();
  };
}

/** What was typed into a form that came too late, to be copied; never a password. */
function typedWords(form: Record<string, unknown>): Html | '' {
  const words = ['reason', 'note', 'message', 'text'].flatMap((name) => {
    const value = form[name];
    return typeof value === 'string' && value.trim() !== '' ? [value.slice(0, 3000)] : [];
  });
  if (words.length === 0) return '';
  return html`<p>Chữ bạn vừa gõ chưa được lưu. Chép lại trước khi đăng nhập:</p>${words.map((text) => html`<textarea rows="4" readonly aria-label="Chữ bạn vừa gõ">${text}</textarea>`)}`;
}

/** For pages of some roles only. */
export function only(...roles: Role[]): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (roles.includes(c.get('session').account.role)) return next();
    return c.html(
      messagePage(
        'Không có quyền',
        'Tài khoản của bạn không được làm việc này. Cần thì hỏi người quản trị.',
        { href: '/can-bo', label: 'Về trang đầu' },
      ),
      403,
    );
  };
}

/** Stricter than the chat: what a browser hides is refused. */
export function ownOrigin(c: Context, publicUrl: string): boolean {
  const from = sentFrom(c, publicUrl);
  return from === 'ours' || from === 'not-said';
}
