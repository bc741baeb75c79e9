// Accounts, for admins: invite by a one-time link, change role, reset a password, disable after being asked; never the last admin.
import type { Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { readForm } from '../../http/read-form.ts';
import { vietnamDay } from '../../language/dates.ts';
import { openLeadsOf } from '../../leads/store/to-do.ts';
import type { DeskDeps, DeskEnv, Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { Id } from '../input.ts';
import { addressEnd, LeadQuery } from '../lead-query.ts';
import { changeAccount } from '../store/account-changes.ts';
import { type Account, findAccount, listAccounts, roles } from '../store/accounts.ts';
import { invite, inviteToReset } from '../store/by-link.ts';
import { roleWords } from '../words.ts';
import { accountsPage, type Shown } from './accounts-view.ts';
import { form, messagePage, page } from './layout.ts';

const home = '/can-bo/tai-khoan';
const Invite = z.object({ role: z.enum(roles) });
const Change = z.union([
  z.object({ role: z.enum(roles) }),
  z.object({ disabled: z.enum(['true', 'false']).transform((v) => v === 'true') }),
]);
const Query = z.object({
  ok: z.enum(['role', 'locked', 'unlocked']).optional().catch(undefined),
  last: z.literal('1').optional().catch(undefined),
});
const done = { role: 'Đã đổi quyền.', locked: 'Đã khóa tài khoản.', unlocked: 'Đã mở khóa tài khoản.' };

export const accountPages: Pages = (app, deps) => {
  const admin = only('admin');
  const shown = async (c: Context<DeskEnv>, more: Shown) =>
    accountsPage(c.get('session'), await listAccounts(deps.db), more);

  app.get('/tai-khoan', admin, async (c) => {
    const query = Query.parse(c.req.query());
    const warn = query.last && 'Đây là quản trị viên cuối cùng, không khóa hay hạ quyền được.';
    return c.html(await shown(c, { warn, notice: query.ok && done[query.ok] }));
  });

  app.post('/tai-khoan/moi', admin, async (c) => {
    const post = Invite.safeParse(await readForm(c));
    if (!post.success)
      return c.html(await shown(c, { warn: 'Chưa mời được: bạn chọn một quyền trong danh sách.' }), 400);
    const { role } = post.data;
    const token = await invite(deps.db, role, c.get('session').account.id, deps.clock());
    const what = `Đường dẫn lập tài khoản ${roleWords[role]}, dùng một lần trong 3 ngày`;
    return c.html(await shown(c, { link: { what, href: `${deps.publicUrl}/can-bo/moi/${token}` } }));
  });

  app.post('/tai-khoan/:id/mat-khau', admin, async (c) => {
    const account = await accountOf(c, deps);
    if (!account) return unknown(c);
    const token = await inviteToReset(deps.db, account.id, c.get('session').account.id, deps.clock());
    const what = `Đường dẫn đặt lại mật khẩu cho ${account.name}, dùng một lần trong 24 giờ`;
    return c.html(await shown(c, { link: { what, href: `${deps.publicUrl}/can-bo/mat-khau/${token}` } }));
  });

  app.get('/tai-khoan/:id/khoa', admin, async (c) => {
    const account = await accountOf(c, deps);
    if (!account) return unknown(c);
    const session = c.get('session');
    const own = account.id === session.account.id;
    const today = vietnamDay(deps.clock());
    const { all: work } = await openLeadsOf(deps.db, deps.vault, account.id, today, 1);
    return c.html(
      page(
        session,
        { title: `Khóa tài khoản của ${account.name}?`, at: home },
        html`<p>${own ? 'Đây là tài khoản của chính bạn: bạn bị đăng xuất ngay và không tự mở lại được.' : `Người này bị đăng xuất ngay và không vào được bàn cán bộ nữa. Phiếu và việc đã làm vẫn còn; mở khóa lại được bất cứ lúc nào.`}${account.role === 'admin' ? ' Đường dẫn mời và đặt lại mật khẩu chưa ai dùng sẽ hết hiệu lực, cần thì tạo lại.' : ' Đường dẫn đặt lại mật khẩu, mã nối Telegram của người này chưa dùng sẽ hết hiệu lực.'}</p>`,
        work > 0
          ? html`<p class="warn">Còn ${work} phiếu đang làm giao cho người này. Khóa rồi thì phiếu không tự sang ai: <a href="/can-bo/phieu${addressEnd(LeadQuery.parse({ assigned: account.id }))}">xem các phiếu ấy</a> để giao người khác.</p>`
          : '',
        form(
          session,
          `${home}/${account.id}`,
          html`<div class="row"><input type="hidden" name="disabled" value="true"><button>Khóa ${account.name}</button><a class="button quiet" href="${home}">Thôi, không khóa</a></div>`,
        ),
      ),
    );
  });

  app.post('/tai-khoan/:id', admin, async (c) => {
    const post = Change.safeParse(await readForm(c));
    if (!post.success)
      return c.html(await shown(c, { warn: 'Chưa đổi được: biểu mẫu thiếu quyền hoặc quyền lạ.' }), 400);
    const account = await accountOf(c, deps);
    const actor = c.get('session').account.id;
    const result = account && (await changeAccount(deps.db, account.id, post.data, actor, deps.clock()));
    if (!result || result === 'unknown') return unknown(c);
    if (result === 'last-admin') return c.redirect(`${home}?last=1`, 303);
    const said = 'role' in post.data ? 'role' : post.data.disabled ? 'locked' : 'unlocked';
    return c.redirect(`${home}?ok=${said}`, 303);
  });
};

async function accountOf(c: Context<DeskEnv>, deps: DeskDeps): Promise<Account | undefined> {
  const id = Id.safeParse(c.req.param('id'));
  return id.success ? findAccount(deps.db, id.data) : undefined;
}

const unknown = (c: Context<DeskEnv>) =>
  c.html(
    messagePage('Không có tài khoản này', 'Danh sách có thể đã đổi. Bạn xem lại.', {
      href: home,
      label: 'Về danh sách tài khoản',
    }),
    404,
  );
