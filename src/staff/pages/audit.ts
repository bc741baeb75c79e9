// The audit log, newest first, for admins.
import { html } from 'hono/html';
import type { Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { listAccounts } from '../store/accounts.ts';
import { page, sayTime, table } from './layout.ts';

const perPage = 100;

export const auditPages: Pages = (app, deps) => {
  app.get('/nhat-ky', only('admin'), async (c) => {
    const at = Math.max(1, Number(c.req.query('page')) || 1);
    const [rows, accounts] = await Promise.all([
      deps.db
        .selectFrom('audit')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(perPage + 1)
        .offset((at - 1) * perPage)
        .execute(),
      listAccounts(deps.db),
    ]);
    const names = new Map(accounts.map((a) => [a.id, a.name]));
    const who = (actor: string): string =>
      names.get(actor) ?? { person: 'Người dân', system: 'Hệ thống' }[actor] ?? actor;
    return c.html(
      page(
        c.get('session'),
        { title: 'Nhật ký', at: '/can-bo/nhat-ky' },
        table(
          'Việc đã làm',
          ['Lúc', 'Ai', 'Việc', 'Với', 'Chi tiết'],
          rows
            .slice(0, perPage)
            .map((r) => [
              sayTime(r.at),
              who(r.actor),
              r.action,
              names.get(r.subject) ?? r.subject.slice(0, 8),
              r.detail,
            ]),
          'Chưa có gì.',
        ),
        html`<p class="paging">${at > 1 ? html`<a href="?page=${at - 1}">← Mới hơn</a>` : ''} ${rows.length > perPage ? html`<a href="?page=${at + 1}">Cũ hơn →</a>` : ''}</p>`,
      ),
    );
  });
};
