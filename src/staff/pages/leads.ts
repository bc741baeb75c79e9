// The list of leads: search, filters, counts, paging; each row leads to its lead and keeps the list's place.
import { html, raw } from 'hono/html';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { wardsOn } from '../../knowledge/places.ts';
import { vietnamDay } from '../../language/dates.ts';
import { type LeadState, leadStates, shownMembers } from '../../leads/lead.ts';
import { countByStatus, type LeadRow, listLeads } from '../../leads/store/list.ts';
import type { Pages } from '../deps.ts';
import { addressEnd, filterOf, isFiltered, LeadQuery, sameList } from '../lead-query.ts';
import { type Account, listAccounts, type Role } from '../store/accounts.ts';
import { formWords, kindWords, leadStateWords } from '../words.ts';
import { type Html, type Part, page, sayTime, select, table } from './layout.ts';
import { shownLine, shownName, shownPhone, shownState } from './lead-cells.ts';
import { mostExported } from './leads-files.ts';
import { paged, paging } from './paging.ts';

const perPage = 50;

export const leadsPages: Pages = (app, deps) => {
  app.get('/phieu', async (c) => {
    const { account } = c.get('session');
    const query = LeadQuery.parse(c.req.query());
    const today = vietnamDay(deps.clock());
    const filter = filterOf(query, account, today);
    const [counts, accounts] = await Promise.all([
      countByStatus(deps.db, deps.vault, filter),
      listAccounts(deps.db),
    ]);
    const all = [...counts.values()].reduce((a, b) => a + b, 0);
    const at = paged(query.page, query.status ? (counts.get(query.status) ?? 0) : all, perPage);
    const rows = await listLeads(deps.db, deps.vault, filter, at);
    const shown = { ...query, page: at.page };
    const names = new Map(accounts.map((a) => [a.id, a.name]));
    const k = deps.knowledge();
    const pages = paging(at, 'phiếu', (page) => `/can-bo/phieu${addressEnd(query, { page })}`);
    return c.html(
      page(
        c.get('session'),
        { title: 'Phiếu nguyện vọng', at: '/can-bo/phieu' },
        tabs(query, counts, all),
        filters(query, {
          role: account.role,
          k,
          today,
          colleagues: accounts.filter((a) => a.id !== account.id),
        }),
        html`<div class="bar">${pages}${account.role === 'viewer' ? '' : downloads(query, at.total)}</div>`,
        table(
          'Phiếu, mới nhất trước',
          head,
          rows.map((r) => row(r, { query: shown, names, k, role: account.role, today })),
          emptyText(query, account.role),
        ),
        at.pages > 1 ? pages : '',
      ),
    );
  });
};

const head = [
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
];

export function downloads(query: LeadQuery, total: number): Html | '' {
  if (total === 0) return '';
  const cut =
    total > mostExported
      ? ` (chỉ ${mostExported.toLocaleString('vi-VN')} phiếu mới nhất; lọc bớt để tải phần còn lại)`
      : '';
  return html`<p class="tools">Tải về <a href="/can-bo/phieu.xlsx${addressEnd(query)}">Excel (.xlsx)</a> <a href="/can-bo/phieu.csv${addressEnd(query)}">CSV</a>${cut}</p>`;
}

function emptyText(query: LeadQuery, role: Role): string {
  if (!isFiltered(query))
    return 'Chưa có phiếu nào. Khi có người đăng ký trên web, Telegram hay Zalo, phiếu hiện ở đây.';
  const whole = query.q && role !== 'viewer' ? ' Tên và số điện thoại phải gõ đủ: cả họ tên, cả số.' : '';
  return `Không có phiếu nào khớp.${whole} Bỏ bớt điều kiện lọc rồi tìm lại.`;
}

function tabs(query: LeadQuery, counts: Map<LeadState, number>, all: number): Html {
  const tab = (status: LeadState | undefined, label: string, n: number) =>
    html`<a href="/can-bo/phieu${addressEnd(query, { status })}" class="tab${query.status === status ? ' on' : ''}"${query.status === status ? raw(' aria-current="page"') : ''}>${label} <b>${n}</b></a>`;
  return html`<nav class="tabs" aria-label="Tình trạng">${tab(undefined, 'Tất cả', all)}${leadStates.map((s) => tab(s, leadStateWords[s], counts.get(s) ?? 0))}</nav>`;
}

const any = ['', 'Tất cả'] as const;

type Choosing = { role: Role; k: Knowledge; today: string; colleagues: readonly Account[] };

function filters(query: LeadQuery, { role, k, today, colleagues }: Choosing): Html {
  const others = colleagues.map((a) => [a.id, `${a.name}${a.disabled ? ' (đã khóa)' : ''}`] as const);
  return html`<form method="get" action="/can-bo/phieu" class="filters" role="search">
<label>${role === 'viewer' ? 'Tìm theo mã phiếu' : 'Tìm mã, cả số hoặc cả họ tên'}<input name="q" value="${query.q ?? ''}" maxlength="80"></label>
${query.status ? html`<input type="hidden" name="status" value="${query.status}">` : ''}
${select('place', 'Phường, xã', [any, ...wardsOn(k, today).map((p) => [p.id, p.name] as const)], query.place)}
${select('form', 'Muốn lập', [any, ...Object.entries(formWords)], query.form)}
${select('kind', 'Loại', [any, ...Object.entries(kindWords)], query.kind)}
${select('product', 'Ngành', [any, ...[...k.products.values()].map((p) => [p.id, p.name] as const)], query.product)}
${select('assigned', 'Giao cho', [any, ['me', 'Tôi'], ['none', 'Chưa giao'], ...others], query.assigned)}
${select('call', 'Hẹn gọi lại', [any, ['due', 'Đã đến hẹn'], ['set', 'Có hẹn']], query.call)}
<button>Lọc</button></form>`;
}

function row(
  r: LeadRow,
  {
    query,
    names,
    k,
    role,
    today,
  }: { query: LeadQuery; names: Map<string, string>; k: Knowledge; role: Role; today: string },
): Part[] {
  return [
    html`<a class="whole card-link" href="/can-bo/phieu/${r.id}${sameList(query)}">${r.code}</a>`,
    shownName(r, role),
    shownPhone(r, role),
    r.kind === 'callback' ? (kindWords.callback ?? '') : (formWords[r.form ?? ''] ?? ''),
    k.places.get(r.place ?? '')?.name ?? shownLine(r.placeText, r, role),
    shownLine(r.productText, r, role),
    shownMembers(r) ?? '',
    shownState(r, today),
    names.get(r.assignedTo ?? '') ?? '',
    sayTime(r.createdAt),
  ];
}
