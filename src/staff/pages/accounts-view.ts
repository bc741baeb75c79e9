// The list of accounts as admins see it; every button says aloud whose account it is for.
import { html, raw } from 'hono/html';
import type { Account } from '../store/accounts.ts';
import type { Session } from '../store/sessions.ts';
import { roleWords } from '../words.ts';
import { form, type Html, page, sayTime, select, table } from './layout.ts';

export type Shown = {
  notice?: string | undefined;
  warn?: string | undefined;
  /** A one-time link to hand on, and what it is for. */
  link?: { what: string; href: string };
};

const home = '/can-bo/tai-khoan';
const roleOptions = Object.entries(roleWords);

export function accountsPage(session: Session, accounts: readonly Account[], shown: Shown): Html {
  const { link, ...said } = shown;
  return page(
    session,
    { title: 'Tài khoản', at: home, ...said },
    link
      ? html`<p class="notice" role="status">${link.what}. Chép gửi riêng cho người đó:<br><code class="copy">${link.href}</code></p>`
      : '',
    table(
      'Tài khoản',
      ['Tên', 'Đăng nhập', 'Quyền', 'Vào lần cuối', 'Việc'],
      accounts.map((a) => [
        html`${a.name}${a.disabled ? ' (đã khóa)' : ''}`,
        a.login,
        form(
          session,
          `${home}/${a.id}`,
          html`<span class="row">${roleOf(a)}${small('Đổi', `Đổi quyền của ${a.name}`)}</span>`,
        ),
        sayTime(a.signedInAt),
        html`<div class="row">${form(session, `${home}/${a.id}/mat-khau`, small('Đặt lại mật khẩu', `Đặt lại mật khẩu của ${a.name}`))}${lock(session, a)}</div>`,
      ]),
      'Chưa có tài khoản nào.',
    ),
    html`<h2>Mời người mới</h2>`,
    form(
      session,
      `${home}/moi`,
      html`<div class="stack">${select('role', 'Quyền', roleOptions, 'staff')}<button>Tạo đường dẫn mời</button></div>`,
    ),
  );
}

const small = (text: string, aloud: string): Html =>
  html`<button class="small" aria-label="${aloud}">${text}</button>`;

const roleOf = (a: Account): Html =>
  html`<select name="role" aria-label="Quyền của ${a.name}">${roleOptions.map(([value, text]) => html`<option value="${value}"${value === a.role ? raw(' selected') : ''}>${text}</option>`)}</select>`;

/** Locking asks first, on a page of its own; opening again harms nobody. */
function lock(session: Session, a: Account): Html {
  if (!a.disabled)
    return html`<a class="button small" href="${home}/${a.id}/khoa" aria-label="Khóa ${a.name}">Khóa</a>`;
  return form(
    session,
    `${home}/${a.id}`,
    html`<input type="hidden" name="disabled" value="false">${small('Mở khóa', `Mở khóa ${a.name}`)}`,
  );
}
