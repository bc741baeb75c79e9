// The list of leads: search, filters, counts, paging, and the same list as .xlsx or CSV.
import type { Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { audit } from '../../database/audit.ts';
import { wardsOn } from '../../knowledge/places.ts';
import { vietnamDay } from '../../language/dates.ts';
import { sayPhone } from '../../language/phones.ts';
import { countByStatus, type LeadFilter, type LeadRow, listLeads } from '../../leads/store/list.ts';
import type { DeskDeps, DeskEnv, Pages } from '../deps.ts';
import { leadsAsCsv, leadsAsXlsx } from '../export.ts';
import { only } from '../guard.ts';
import { listAccounts, type Role } from '../store/accounts.ts';
import { formWords, kindWords, statusWords } from '../words.ts';
import { type Html, page, sayTime, select, table } from './layout.ts';

const perPage = 50;
const mostExported = 20_000;
const word = z.string().trim().max(80).optional().catch(undefined);
const Query = z.object({
  q: word,
  status: word,
  place: word,
  form: word,
  kind: word,
  product: word,
  assigned: word,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
type Query = z.infer<typeof Query>;

export const leadsPages: Pages = (app, deps) => {
  app.get('/phieu', async (c) => {
    const session = c.get('session');
    const query = Query.parse(c.req.query());
    const filter = filterOf(query, session.account.id);
    const [rows, counts, accounts] = await Promise.all([
      listLeads(deps.db, deps.vault, filter, { limit: perPage + 1, offset: (query.page - 1) * perPage }),
      countByStatus(deps.db, deps.vault, filter),
      listAccounts(deps.db),
    ]);
    const names = new Map(accounts.map((a) => [a.id, a.name]));
    const k = deps.knowledge();
    const places = wardsOn(k, vietnamDay(deps.clock()));
    return c.html(
      page(
        session,
        { title: 'Phiếu nguyện vọng', at: '/can-bo/phieu' },
        tabs(query, counts),
        html`<form method="get" action="/can-bo/phieu" class="filters" role="search">
<label>Tìm mã, số điện thoại, tên<input name="q" value="${query.q ?? ''}" maxlength="80"></label>
${query.status ? html`<input type="hidden" name="status" value="${query.status}">` : ''}
${select('place', 'Phường, xã', [['', 'Tất cả'], ...places.map((p) => [p.id, p.name] as const)], query.place)}
${select('form', 'Muốn lập', [['', 'Tất cả'], ...Object.entries(formWords)], query.form)}
${select('kind', 'Loại', [['', 'Tất cả'], ...Object.entries(kindWords)], query.kind)}
${select('product', 'Ngành', [['', 'Tất cả'], ...[...k.products.values()].map((p) => [p.id, p.name] as const)], query.product)}
${select(
  'assigned',
  'Giao cho',
  [
    ['', 'Tất cả'],
    ['me', 'Tôi'],
    ['none', 'Chưa giao'],
  ],
  query.assigned,
)}
<button>Lọc</button></form>`,
        table(
          'Phiếu, mới nhất trước',
          [
            'Mã',
            'Tên',
            'Điện thoại',
            'Muốn',
            'Nơi',
            'Ngành',
            'Số người',
            'Tình trạng',
            'Giao cho',
            'Gửi lúc',
          ],
          rows
            .slice(0, perPage)
            .map((r) => row(r, names, k.places.get(r.place ?? '')?.name, session.account.role)),
          query.q || query.status || query.place
            ? 'Không có phiếu nào khớp. Bỏ bớt điều kiện lọc rồi tìm lại.'
            : 'Chưa có phiếu nào. Khi có người đăng ký trên web, Telegram hay Zalo, phiếu hiện ở đây.',
        ),
        paging(query, rows.length > perPage),
        session.account.role === 'viewer'
          ? ''
          : html`<p class="tools"><a href="/can-bo/phieu.xlsx?${params(query)}">Tải Excel (.xlsx)</a> <a href="/can-bo/phieu.csv?${params(query)}">Tải CSV</a></p>`,
      ),
    );
  });

  app.get('/phieu.xlsx', only('admin', 'staff'), async (c) => {
    const { rows, names } = await exported(c, deps);
    const body = await leadsAsXlsx(rows, deps.knowledge(), names);
    return c.body(new Uint8Array(body), 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': 'attachment; filename="phieu-nguyen-vong.xlsx"',
    });
  });

  app.get('/phieu.csv', only('admin', 'staff'), async (c) => {
    const { rows, names } = await exported(c, deps);
    return c.body(leadsAsCsv(rows, deps.knowledge(), names), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="phieu-nguyen-vong.csv"',
    });
  });
};

/** The rows of the same filter, and a line in the audit log that they left the house. */
async function exported(
  c: Context<DeskEnv>,
  deps: DeskDeps,
): Promise<{ rows: LeadRow[]; names: Map<string, string> }> {
  const { account } = c.get('session');
  const filter = filterOf(Query.parse(c.req.query()), account.id);
  const rows = await listLeads(deps.db, deps.vault, filter, { limit: mostExported, offset: 0 });
  await audit(deps.db, deps.clock(), {
    actor: account.id,
    action: 'lead.exported',
    subject: 'leads',
    detail: String(rows.length),
  });
  return { rows, names: new Map((await listAccounts(deps.db)).map((a) => [a.id, a.name])) };
}

function filterOf(q: Query, me: string): LeadFilter {
  return {
    ...(q.q ? { search: q.q } : {}),
    ...(q.status ? { status: q.status } : {}),
    ...(q.place ? { place: q.place } : {}),
    ...(q.form ? { form: q.form } : {}),
    ...(q.kind ? { kind: q.kind } : {}),
    ...(q.product ? { product: q.product } : {}),
    ...(q.assigned ? { assigned: q.assigned === 'me' ? me : q.assigned } : {}),
  };
}

function params(query: Query, change: Record<string, string | number> = {}): string {
  const all = { ...query, page: undefined, ...change };
  return new URLSearchParams(
    Object.entries(all).flatMap(([k, v]) => (v === undefined || v === '' ? [] : [[k, String(v)]])),
  ).toString();
}

function tabs(query: Query, counts: Map<string, number>): Html {
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const tab = (status: string, label: string, n: number) =>
    html`<a href="/can-bo/phieu?${params(query, { status })}" class="tab${(query.status ?? '') === status ? ' on' : ''}">${label} <b>${n}</b></a>`;
  return html`<nav class="tabs" aria-label="Tình trạng">${tab('', 'Tất cả', total)}${Object.entries(statusWords).map(([s, label]) => tab(s, label, counts.get(s) ?? 0))}</nav>`;
}

/** Viewers see that a lead is there, not whose it is. */
export const shownName = (r: LeadRow, role: Role): string =>
  r.erased ? '(đã xóa)' : role === 'viewer' ? '•••' : (r.name ?? '');

function row(r: LeadRow, names: Map<string, string>, place: string | undefined, role: Role) {
  const phone =
    r.phone && !r.erased
      ? role === 'viewer'
        ? '•••'
        : html`<a class="whole" href="tel:${r.phone}">${sayPhone(r.phone)}</a>`
      : '';
  return [
    html`<a class="whole" href="/can-bo/phieu/${r.id}">${r.code}</a>`,
    shownName(r, role),
    phone,
    r.kind === 'callback' ? (kindWords.callback ?? '') : (formWords[r.form ?? ''] ?? ''),
    place ?? r.placeText ?? '',
    r.productText ?? '',
    r.members ? String(r.members) : '',
    html`<span class="status ${r.status}">${statusWords[r.status]}</span>`,
    names.get(r.assignedTo ?? '') ?? '',
    sayTime(r.createdAt),
  ];
}

function paging(query: Query, more: boolean): Html | string {
  if (query.page === 1 && !more) return '';
  return html`<p class="paging">${query.page > 1 ? html`<a href="/can-bo/phieu?${params(query, { page: query.page - 1 })}">← Mới hơn</a>` : ''} Trang ${query.page}
${more ? html`<a href="/can-bo/phieu?${params(query, { page: query.page + 1 })}">Cũ hơn →</a>` : ''}</p>`;
}
