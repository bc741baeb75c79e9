// "Việc của tôi" on the first page: the leads given to whoever is signed in that are not finished, with the number to call.
import { html } from 'hono/html';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { vietnamDay } from '../../language/dates.ts';
import type { LeadRow } from '../../leads/store/list.ts';
import { openLeadsOf } from '../../leads/store/to-do.ts';
import type { DeskDeps } from '../deps.ts';
import type { Account } from '../store/accounts.ts';
import { type Html, type Part, sayTime, table } from './layout.ts';
import { shownName, shownPhone, shownState } from './lead-cells.ts';

const shown = 10;
const mine = '?assigned=me';
const head = ['Mã', 'Tên', 'Điện thoại', 'Giờ tiện gọi', 'Nơi', 'Ngành', 'Tình trạng', 'Gửi lúc'];

export async function myWork({ db, vault, knowledge, clock }: DeskDeps, account: Account): Promise<Html> {
  const today = vietnamDay(clock());
  const { rows, all } = await openLeadsOf(db, vault, account.id, today, shown);
  return html`<section><h2>Việc của tôi</h2>
${table(
  'Phiếu giao cho tôi chưa xong: đến hẹn gọi lại đứng trước, rồi ai chờ lâu nhất',
  head,
  rows.map((r) => row(r, knowledge(), account, today)),
  'Bạn không có phiếu nào đang làm. Phiếu được giao cho bạn sẽ hiện ở đây.',
)}
${all > shown ? html`<p>Còn ${all - shown} phiếu nữa: <a href="/can-bo/phieu${mine}">xem mọi phiếu giao cho tôi</a>.</p>` : ''}</section>`;
}

function row(r: LeadRow, k: Knowledge, { role }: Account, today: string): Part[] {
  return [
    html`<a class="whole card-link" href="/can-bo/phieu/${r.id}${mine}">${r.code}</a>`,
    shownName(r, role),
    shownPhone(r, role),
    r.bestTime ?? '',
    k.places.get(r.place ?? '')?.name ?? r.placeText ?? '',
    r.productText ?? '',
    shownState(r, today),
    sayTime(r.createdAt),
  ];
}
