// What a person told in a lead, and the proof of their consent; for viewers nothing that says who it is.
import { html } from 'hono/html';
import { sayPhone } from '../../language/phones.ts';
import { shownMembers, stateOf } from '../../leads/lead.ts';
import type { LeadRow } from '../../leads/store/list.ts';
import type { Role } from '../store/accounts.ts';
import { channelWords, formWords, kindWords, leadStateWords } from '../words.ts';
import { type Html, type Part, sayTime } from './layout.ts';
import { shownCallBack, shownLine, shownName } from './lead-cells.ts';

export function leadFacts(lead: LeadRow, place: string | undefined, role: Role, today: string): Html {
  const viewer = role === 'viewer';
  const rows: [string, Part][] = [
    ['Loại', kindWords[lead.kind] ?? ''],
    [
      'Tình trạng',
      html`<span class="status ${stateOf(lead)}">${leadStateWords[stateOf(lead)]}</span>${lead.statusReason && !viewer ? ` – ${lead.statusReason}` : ''}`,
    ],
    ['Tên', shownName(lead, role)],
    [
      'Điện thoại',
      lead.phone && !viewer ? html`<a href="tel:${lead.phone}">${sayPhone(lead.phone)}</a>` : '',
    ],
    ['Giờ tiện gọi', shownLine(lead.bestTime, lead, role)],
    ['Hẹn gọi lại', lead.callBackOn ? shownCallBack(lead.callBackOn, today) : ''],
    ['Muốn lập', formWords[lead.form ?? ''] ?? ''],
    ['Nơi ở', shownLine(lead.placeText, lead, role) || (place ?? '')],
    ['Ngành', shownLine(lead.productText, lead, role)],
    ['Số người', shownMembers(lead) ?? ''],
    ['Lời nhắn kèm', viewer ? '' : (lead.note ?? '')],
    ['Nguồn', lead.source ?? ''],
    [
      'Đồng ý',
      `${sayTime(lead.consent.at)} qua ${channelWords[lead.consent.channel] ?? lead.consent.channel}, bản ${lead.consent.version}`,
    ],
    ['Gửi / sửa', `${sayTime(lead.createdAt)} / ${sayTime(lead.updatedAt)}`],
  ];
  return html`<dl class="facts">${rows.filter(([, v]) => v !== '').map(([k, v]) => html`<dt>${k}</dt><dd>${v}</dd>`)}</dl>`;
}
