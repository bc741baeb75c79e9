// The one form staff work a lead with: status and reason, assignment, a day to call back, note and message are saved together, so none is lost.
import { html, raw } from 'hono/html';
import { z } from 'zod';
import type { TalkGap } from '../../conversation/store/gaps-settled.ts';
import { StaffText } from '../../conversation/store/say-as-staff.ts';
import { lastCallBack } from '../../leads/call-back.ts';
import { leadStatuses } from '../../leads/lead.ts';
import type { LeadRow } from '../../leads/store/list.ts';
import type { LeadWork } from '../../leads/store/review.ts';
import type { Account } from '../store/accounts.ts';
import type { Session } from '../store/sessions.ts';
import { sayShortDay, statusWords } from '../words.ts';
import { Answers, answerBoxes, answersField } from './answers.ts';
import { form, type Html, select } from './layout.ts';

const typed = z.string().catch('');
/** As it was typed, to be shown again when it cannot be saved. */
export const Typed = z.object({
  seen: typed,
  status: typed,
  reason: typed,
  to: typed,
  callBack: typed,
  dropCallBack: typed,
  note: typed,
  message: typed,
  [answersField]: Answers,
});
export type Typed = z.infer<typeof Typed>;

const nobody = 'none';
const mostReason = 300;
const blank = z.literal('').transform(() => undefined);
/** An empty field leaves things as they are; a new day to call back replaces the old one. */
export const Work = z
  .object({
    seen: z.string().max(40),
    status: blank.or(z.enum(leadStatuses)),
    reason: z.string().trim().max(mostReason),
    to: blank.or(z.string().max(60)),
    callBack: blank.or(z.iso.date()),
    dropCallBack: z.string().max(10),
    note: z.string().trim().pipe(blank.or(StaffText)),
    message: z.string().trim().pipe(blank.or(StaffText)),
    [answersField]: Answers,
  })
  .transform((work) => (work.callBack ? { ...work, dropCallBack: '' } : work));
export type Work = z.infer<typeof Work>;

export const assigneeOf = (work: Work): string | undefined => (work.to === nobody ? undefined : work.to);

export function changesOf(work: Work): LeadWork {
  return {
    ...(work.status ? { status: work.status } : {}),
    ...(work.reason ? { reason: work.reason } : {}),
    ...(work.to ? { assignedTo: assigneeOf(work) ?? null } : {}),
    ...(work.callBack ? { callBackOn: work.callBack } : work.dropCallBack ? { callBackOn: null } : {}),
    ...(work.note ? { note: work.note } : {}),
  };
}

export const mayWork = (account: Account): boolean => !account.disabled && account.role !== 'viewer';

export function workForm(
  session: Session,
  lead: LeadRow,
  {
    accounts,
    action,
    kept,
    open,
    today,
  }: {
    accounts: readonly Account[];
    action: string;
    kept: Typed | undefined;
    open: readonly TalkGap[];
    today: string;
  },
): Html {
  const has = accounts.find((a) => a.id === lead.assignedTo);
  const mine = accounts.filter((a) => a.id === session.account.id);
  const people = [...mine, ...accounts.filter((a) => !mine.includes(a))]
    .filter((a) => mayWork(a) && a !== has)
    .map((a) => [a.id, mine.includes(a) ? `Tôi (${a.name})` : a.name] as const);
  const statuses = Object.entries(statusWords).filter(([s]) => s !== lead.status);
  const area = (name: 'note' | 'message', label: string): Html =>
    html`<label>${label}<textarea name="${name}" rows="3" maxlength="1500">${kept?.[name] ?? ''}</textarea></label>`;
  return html`<section class="work"><h2 id="xu-ly">Xử lý</h2>
${form(
  session,
  action,
  html`<div class="stack"><input type="hidden" name="seen" value="${lead.updatedAt}">
${select('status', 'Tình trạng', [['', `Giữ nguyên: ${statusWords[lead.status]}`], ...statuses], kept?.status)}
<label>Lý do hoặc kết quả<input name="reason" maxlength="${mostReason}" value="${kept?.reason ?? ''}"></label>
${select('to', 'Giao cho', [['', `Giữ nguyên: ${has?.name ?? 'chưa giao'}`], ...(lead.assignedTo ? [[nobody, 'Không giao ai'] as const] : []), ...people], kept?.to)}
<label>Hẹn gọi lại: ${lead.callBackOn ? `giữ nguyên ${sayShortDay(lead.callBackOn)}, hoặc chọn ngày khác` : 'chưa hẹn, chọn ngày'}<input type="date" name="callBack" min="${today}" max="${lastCallBack(today)}" value="${kept?.callBack ?? ''}"></label>
${lead.callBackOn ? html`<label class="box"><input type="checkbox" name="dropCallBack" value="1"${kept?.dropCallBack ? raw(' checked') : ''}> <span>Đã gọi, hoặc thôi hẹn: bỏ ngày ${sayShortDay(lead.callBackOn)}</span></label>` : ''}
${area('note', 'Ghi chú nội bộ')}
${area('message', 'Nhắn cho người này (gửi đi khi bấm Lưu, qua chính kênh họ đã dùng)')}
${answerBoxes(open, kept?.[answersField] ?? [])}
<button>Lưu</button></div>`,
)}</section>`;
}
