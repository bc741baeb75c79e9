// The group of founders on a lead's page: who else is in it, a note on all of them, leaving it, and who could still join.
import { html } from 'hono/html';
import { stateOf } from '../../leads/lead.ts';
import type { LeadRow } from '../../leads/store/list.ts';
import { addressEnd, LeadQuery } from '../lead-query.ts';
import type { Session } from '../store/sessions.ts';
import { leadStateWords } from '../words.ts';
import { form, type Html } from './layout.ts';
import { shownName, shownPhone } from './lead-cells.ts';

/** More of one ward and trade are joined in several goes. */
export const mostAlike = 100;

/** `list`: the end of the address that keeps the place in the list. */
export function foundersSection(
  session: Session,
  lead: LeadRow,
  others: readonly LeadRow[],
  list: string,
): Html | '' {
  if (others.length === 0) return '';
  const { role } = session.account;
  const at = `/can-bo/phieu/${lead.id}/nhom`;
  return html`<section><h2>Nhóm sáng lập: phiếu này và ${others.length} phiếu</h2>
<ul class="members">${others.map(
    (o) =>
      html`<li><a class="whole" href="/can-bo/phieu/${o.id}">${o.code}</a> ${shownName(o, role)} ${shownPhone(o, role)} <span class="status ${stateOf(o)}">${leadStateWords[stateOf(o)]}</span></li>`,
  )}</ul>
<p class="hint">Người dân không thấy nhóm này: muốn cho họ biết nhau thì hỏi từng người trước. Nhóm lập xong thì chỉ đổi một phiếu sang Đã thành lập, các phiếu kia Khép lại, để không đếm hai lần.</p>
${
  role === 'viewer'
    ? ''
    : html`<details class="work"><summary>Ghi chú cho cả nhóm, hoặc ra khỏi nhóm</summary>${form(
        session,
        `${at}/ghi-chu${list}`,
        html`<div class="stack">${groupNote('')}<button class="small">Ghi vào cả ${others.length + 1} phiếu</button></div>`,
      )}${form(session, `${at}/ra${list}`, html`<button class="small">Đưa phiếu này ra khỏi nhóm</button>`)}</details>`
}</section>`;
}

export const groupNote = (kept: string): Html =>
  html`<label>Ghi chú chung (ghi việc, đừng ghi tên hay số của ai)<textarea name="note" rows="3" maxlength="1500">${kept}</textarea></label>`;

/** What makes two people a group: the same ward and the same trade. */
export function couldJoinLine(lead: LeadRow, count: number, list: string, viewer: boolean): Html | '' {
  if (count === 0) return '';
  const alike = addressEnd(LeadQuery.parse({ kind: 'group', place: lead.place, product: lead.product }));
  return html`<p class="hint">Cùng phường, cùng ngành còn <a href="/can-bo/phieu${alike}">${count} phiếu khác</a> đang làm: ${viewer ? 'có thể ghép thành một nhóm' : html`<a href="/can-bo/phieu/${lead.id}/nhom${list}">ghép thành một nhóm</a>`}.</p>`;
}
