// Accounts, for admins: invite by a one-time link, change role, reset a password, disable; never the last admin.
import { html } from 'hono/html';
import { z } from 'zod';
import { audit } from '../../database/audit.ts';
import type { Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { changeAccount, findAccount, listAccounts, roles } from '../store/accounts.ts';
import { makeLink } from '../store/links.ts';
import { roleWords } from '../words.ts';
import { form, page, sayTime, select, table } from './layout.ts';

const Invite = z.object({ role: z.enum(roles) });
const Change = z.object({
  role: z.enum(roles).optional(),
  disabled: z
    .enum(['true', 'false'])
    .transform((v) => v === 'true')
    .optional(),
});

export const accountPages: Pages = (app, deps) => {
  const admin = only('admin');

  app.get('/tai-khoan', admin, async (c) =>
    c.html(
      await show(
        c.get('session'),
        c.req.query('last') ? { warn: 'Đây là quản trị viên cuối cùng, không khóa hay hạ quyền được.' } : {},
      ),
    ),
  );

  app.post('/tai-khoan/moi', admin, async (c) => {
    const post = Invite.parse(await c.req.parseBody());
    const { account } = c.get('session');
    const token = await makeLink(deps.db, { purpose: 'account', role: post.role }, deps.clock());
    await audit(deps.db, deps.clock(), {
      actor: account.id,
      action: 'account.invited',
      subject: 'account',
      detail: post.role,
    });
    return c.html(
      await show(c.get('session'), {
        link: `${deps.publicUrl}/can-bo/moi/${token}`,
        what: `Đường dẫn lập tài khoản ${roleWords[post.role]}, dùng một lần trong 3 ngày`,
      }),
    );
  });

  app.post('/tai-khoan/:id/mat-khau', admin, async (c) => {
    const account = await findAccount(deps.db, c.req.param('id'));
    if (!account) return c.redirect('/can-bo/tai-khoan', 303);
    const token = await makeLink(deps.db, { purpose: 'password', accountId: account.id }, deps.clock());
    await audit(deps.db, deps.clock(), {
      actor: c.get('session').account.id,
      action: 'account.reset',
      subject: account.id,
    });
    return c.html(
      await show(c.get('session'), {
        link: `${deps.publicUrl}/can-bo/mat-khau/${token}`,
        what: `Đường dẫn đặt lại mật khẩu cho ${account.name}, dùng một lần trong 24 giờ`,
      }),
    );
  });

  app.post('/tai-khoan/:id', admin, async (c) => {
    const post = Change.safeParse(await c.req.parseBody());
    if (!post.success) return c.redirect('/can-bo/tai-khoan', 303);
    const change = {
      ...(post.data.role ? { role: post.data.role } : {}),
      ...(post.data.disabled === undefined ? {} : { disabled: post.data.disabled }),
    };
    const done = await changeAccount(
      deps.db,
      c.req.param('id'),
      change,
      c.get('session').account.id,
      deps.clock(),
    );
    return c.redirect(`/can-bo/tai-khoan${done === 'last-admin' ? '?last=1' : ''}`, 303);
  });

  async function show(
    session: Parameters<typeof form>[0],
    more: { link?: string; what?: string; warn?: string },
  ) {
    const accounts = await listAccounts(deps.db);
    const roleOptions = Object.entries(roleWords);
    return page(
      session,
      { title: 'Tài khoản', at: '/can-bo/tai-khoan', warn: more.warn },
      more.link
        ? html`<p class="notice" role="status">${more.what}. Chép gửi riêng cho người đó:<br><code class="copy">${more.link}</code></p>`
        : '',
      table(
        'Tài khoản',
        ['Tên', 'Đăng nhập', 'Quyền', 'Vào lần cuối', 'Việc'],
        accounts.map((a) => [
          html`${a.name}${a.disabled ? ' (đã khóa)' : ''}`,
          a.login,
          form(
            session,
            `/can-bo/tai-khoan/${a.id}`,
            html`<span class="row">${select('role', '', roleOptions, a.role)}<button class="small">Đổi</button></span>`,
          ),
          sayTime(a.signedInAt),
          html`<div class="row">${form(session, `/can-bo/tai-khoan/${a.id}/mat-khau`, html`<button class="small">Đặt lại mật khẩu</button>`)}
${form(session, `/can-bo/tai-khoan/${a.id}`, html`<input type="hidden" name="disabled" value="${a.disabled ? 'false' : 'true'}"><button class="small">${a.disabled ? 'Mở khóa' : 'Khóa'}</button>`)}</div>`,
        ]),
        'Chưa có tài khoản nào.',
      ),
      html`<h2>Mời người mới</h2>`,
      form(
        session,
        '/can-bo/tai-khoan/moi',
        html`<div class="stack">${select('role', 'Quyền', roleOptions, 'staff')}<button>Tạo đường dẫn mời</button></div>`,
      ),
    );
  }
};
