// One lead: what the person told, proof of consent, the talk, the history, and everything staff may do with it.
import { html } from 'hono/html';
import { z } from 'zod';
import { sayAsStaff } from '../../conversation/store/staff-side.ts';
import { recentTurns } from '../../conversation/store/turns.ts';
import { audit } from '../../database/audit.ts';
import { sayPhone } from '../../language/phones.ts';
import { type LeadStatus, leadStatuses } from '../../leads/lead.ts';
import { findLead, type LeadRow, likelySame } from '../../leads/store/list.ts';
import {
  addNote,
  assign,
  type Changed,
  changeStatus,
  historyOf,
  type LeadEvent,
} from '../../leads/store/review.ts';
import type { Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { type Account, listAccounts } from '../store/accounts.ts';
import type { Session } from '../store/sessions.ts';
import { channelWords, eventWords, formWords, kindWords, statusWords } from '../words.ts';
import { form, type Html, messagePage, type Part, page, sayTime, select } from './layout.ts';
import { shownName } from './leads.ts';
import { talkView } from './talk-view.ts';

const seen = z.string().min(10).max(40);
const Status = z.object({
  status: z.enum(leadStatuses),
  reason: z.string().trim().max(300).optional(),
  seen,
});
const Assign = z.object({ to: z.string().max(60), seen });
const Text = z.object({ text: z.string().trim().min(1).max(1500) });

const notices: Record<string, string> = {
  status: 'Đã đổi tình trạng.',
  assigned: 'Đã giao.',
  note: 'Đã ghi chú.',
  said: 'Đã gửi lời nhắn cho người này.',
};
const meanwhile = 'Có người khác vừa sửa phiếu này. Bạn xem lại bên dưới rồi làm lại nếu còn cần.';

export const leadPage: Pages = (app, deps) => {
  app.get('/phieu/:id', async (c) => {
    const session = c.get('session');
    const lead = await findLead(deps.db, deps.vault, c.req.param('id'));
    if (!lead)
      return c.html(
        messagePage('Không có phiếu này', 'Phiếu có thể đã bị xóa.', {
          href: '/can-bo/phieu',
          label: 'Về danh sách',
        }),
        404,
      );
    const viewer = session.account.role === 'viewer';
    const [turns, history, same, accounts] = await Promise.all([
      recentTurns(deps.db, lead.conversationId, 60),
      historyOf(deps.db, deps.vault, lead.id),
      likelySame(deps.db, deps.vault, lead),
      listAccounts(deps.db),
    ]);
    if (!viewer)
      await audit(deps.db, deps.clock(), {
        actor: session.account.id,
        action: 'lead.viewed',
        subject: lead.id,
      });
    const names = new Map(accounts.map((a) => [a.id, a.name]));
    const place = deps.knowledge().places.get(lead.place ?? '')?.name;
    return c.html(
      page(
        session,
        {
          title: `Phiếu ${lead.code}`,
          at: '/can-bo/phieu',
          notice: notices[c.req.query('ok') ?? ''],
          warn: c.req.query('meanwhile') ? meanwhile : undefined,
        },
        html`<div class="columns"><section>`,
        facts(lead, place, session),
        same.length > 0 && !viewer
          ? html`<p class="warn">Có thể cùng một người: ${same.map((s) => html`<a href="/can-bo/phieu/${s.id}">${s.code}</a> (${statusWords[s.status]}) `)}</p>`
          : '',
        viewer || lead.erased ? '' : work(session, lead, accounts),
        html`</section><section><h2>Lịch sử</h2>`,
        historyList(history, names, viewer),
        html`<h2>Cuộc trò chuyện</h2><p class="hint">Tên và số điện thoại đã được che.</p>`,
        talkView(turns, names),
        html`</section></div>`,
      ),
    );
  });

  const back = (id: string, done: Changed | 'sent', ok: string) =>
    `/can-bo/phieu/${id}?${done === 'changed-meanwhile' ? 'meanwhile=1' : `ok=${ok}`}`;

  app.post('/phieu/:id/tinh-trang', only('admin', 'staff'), async (c) => {
    const id = c.req.param('id');
    const post = Status.safeParse(await c.req.parseBody());
    if (!post.success) return c.redirect(`/can-bo/phieu/${id}`, 303);
    const by = { actor: c.get('session').account.id, seen: post.data.seen, now: deps.clock() };
    return c.redirect(
      back(
        id,
        await changeStatus(deps.db, id, post.data.status as LeadStatus, post.data.reason, by),
        'status',
      ),
      303,
    );
  });

  app.post('/phieu/:id/giao', only('admin', 'staff'), async (c) => {
    const id = c.req.param('id');
    const post = Assign.safeParse(await c.req.parseBody());
    if (!post.success) return c.redirect(`/can-bo/phieu/${id}`, 303);
    const by = { actor: c.get('session').account.id, seen: post.data.seen, now: deps.clock() };
    return c.redirect(back(id, await assign(deps.db, id, post.data.to || null, by), 'assigned'), 303);
  });

  app.post('/phieu/:id/ghi-chu', only('admin', 'staff'), async (c) => {
    const id = c.req.param('id');
    const post = Text.safeParse(await c.req.parseBody());
    if (post.success)
      await addNote(deps.db, deps.vault, id, post.data.text, {
        actor: c.get('session').account.id,
        now: deps.clock(),
      });
    return c.redirect(`/can-bo/phieu/${id}${post.success ? '?ok=note' : ''}`, 303);
  });

  app.post('/phieu/:id/nhan', only('admin', 'staff'), async (c) => {
    const id = c.req.param('id');
    const post = Text.safeParse(await c.req.parseBody());
    const lead = await findLead(deps.db, deps.vault, id);
    if (!post.success || !lead) return c.redirect(`/can-bo/phieu/${id}`, 303);
    const replies = [{ blocks: [{ kind: 'say' as const, text: post.data.text }], choices: [] }];
    await sayAsStaff(
      deps.db,
      deps.vault,
      { conversationId: lead.conversationId, replies },
      { accountId: c.get('session').account.id, now: deps.clock() },
    );
    deps.wake();
    return c.redirect(`/can-bo/phieu/${id}?ok=said`, 303);
  });
};

function facts(
  lead: LeadRow & { consent: { at: string; channel: string; version: string } },
  place: string | undefined,
  session: Session,
): Html {
  const viewer = session.account.role === 'viewer';
  const rows: [string, Part][] = [
    ['Loại', kindWords[lead.kind] ?? ''],
    [
      'Tình trạng',
      html`<span class="status ${lead.status}">${statusWords[lead.status]}</span>${lead.statusReason ? ` – ${lead.statusReason}` : ''}`,
    ],
    ['Tên', shownName(lead, session.account.role)],
    [
      'Điện thoại',
      lead.phone && !viewer ? html`<a href="tel:${lead.phone}">${sayPhone(lead.phone)}</a>` : '',
    ],
    ['Giờ tiện gọi', lead.bestTime ?? ''],
    ['Muốn lập', formWords[lead.form ?? ''] ?? ''],
    ['Nơi ở', lead.placeText ?? place ?? ''],
    ['Ngành', lead.productText ?? ''],
    ['Số người', lead.members ? String(lead.members) : ''],
    ['Câu hỏi', viewer ? '' : (lead.note ?? '')],
    ['Nguồn', lead.source ?? ''],
    [
      'Đồng ý',
      `${sayTime(lead.consent.at)} qua ${channelWords[lead.consent.channel] ?? lead.consent.channel}, bản ${lead.consent.version}`,
    ],
    ['Gửi / sửa', `${sayTime(lead.createdAt)} / ${sayTime(lead.updatedAt)}`],
  ];
  return html`<dl class="facts">${rows.filter(([, v]) => v !== '').map(([k, v]) => html`<dt>${k}</dt><dd>${v}</dd>`)}</dl>`;
}

function work(session: Session, lead: LeadRow, accounts: readonly Account[]): Html {
  const at = (what: string): string => `/can-bo/phieu/${lead.id}/${what}`;
  const seenField = html`<input type="hidden" name="seen" value="${lead.updatedAt}">`;
  const people = accounts
    .filter((a) => !a.disabled && a.role !== 'viewer')
    .map((a) => [a.id, a.name] as const);
  return html`<h2>Xử lý</h2>
${form(
  session,
  at('tinh-trang'),
  html`<div class="stack">${seenField}${select('status', 'Tình trạng', Object.entries(statusWords), lead.status)}
<label>Lý do hoặc kết quả<input name="reason" maxlength="300" value="${lead.statusReason ?? ''}"></label><button>Đổi tình trạng</button></div>`,
)}
${form(session, at('giao'), html`<div class="stack">${seenField}${select('to', 'Giao cho', [['', 'Chưa giao'], ...people], lead.assignedTo ?? '')}<button>Giao</button></div>`)}
${form(session, at('ghi-chu'), html`<div class="stack"><label>Ghi chú nội bộ<textarea name="text" rows="3" maxlength="1500" required></textarea></label><button>Ghi chú</button></div>`)}
${form(session, at('nhan'), html`<div class="stack"><label>Nhắn cho người này (qua chính kênh họ đã dùng)<textarea name="text" rows="3" maxlength="1500" required></textarea></label><button>Gửi lời nhắn</button></div>`)}`;
}

function historyList(events: readonly LeadEvent[], names: Map<string, string>, viewer: boolean): Html {
  if (events.length === 0) return html`<p class="empty">Chưa có gì.</p>`;
  const word = (s: string | null): string => statusWords[s as LeadStatus] ?? names.get(s ?? '') ?? s ?? '';
  return html`<ol class="history">${events.map(
    (e) => html`<li><time datetime="${e.at}">${sayTime(e.at)}</time> <b>${eventWords[e.kind] ?? e.kind}</b>
${e.kind === 'status' ? `: ${word(e.from)} → ${word(e.to)}` : e.kind === 'assigned' ? `: ${e.to ? word(e.to) : 'chưa giao'}` : ''}
${names.has(e.actor) ? html` <span class="by">${names.get(e.actor) ?? ''}</span>` : ''}${e.body && !viewer ? html`<p>${e.body}</p>` : ''}</li>`,
  )}</ol>`;
}
