// One lead: what the person told, the talk, the history, the way back to the list, and everything staff may do with it.
import type { Context } from 'hono';
import { html } from 'hono/html';
import { openGapsOf, settledAt } from '../../conversation/store/gaps-settled.ts';
import { saidByStaff } from '../../conversation/store/staff-talks.ts';
import { recentTurns } from '../../conversation/store/turns.ts';
import { audit } from '../../database/audit.ts';
import { readForm } from '../../http/read-form.ts';
import { vietnamDay } from '../../language/dates.ts';
import { mayPromise } from '../../leads/call-back.ts';
import { openStatuses } from '../../leads/lead.ts';
import { findLead, likelySame } from '../../leads/store/find.ts';
import { countCouldJoin, foundersWith } from '../../leads/store/founders.ts';
import { type LeadRow, neighboursOf } from '../../leads/store/list.ts';
import { historyOf } from '../../leads/store/review.ts';
import type { DeskDeps, DeskEnv, Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { filterOf, LeadQuery, sameList } from '../lead-query.ts';
import { findAccount, listAccounts } from '../store/accounts.ts';
import { workAndSay } from '../store/work-and-say.ts';
import { statusWords } from '../words.ts';
import { answersField, mostAnswers } from './answers.ts';
import { couldJoinLine, foundersSection } from './founders-view.ts';
import { type Html, messagePage, page } from './layout.ts';
import { leadFacts } from './lead-facts.ts';
import { historyList } from './lead-history.ts';
import { groupNotices, notices, refusals } from './lead-told.ts';
import { assigneeOf, changesOf, mayWork, Typed, Work, workForm } from './lead-work.ts';
import { putBackWords, settledMark, settledMoment, settledNote } from './put-back.ts';
import { talkView } from './talk-view.ts';

const turnsShown = 60;

export const leadPage: Pages = (app, deps) => {
  app.get('/phieu/:id', async (c) => {
    const lead = await findLead(deps.db, deps.vault, c.req.param('id'));
    if (!lead) return c.html(noLead(), 404);
    const { account } = c.get('session');
    if (account.role !== 'viewer')
      await audit(deps.db, deps.clock(), { actor: account.id, action: 'lead.viewed', subject: lead.id });
    const done = Object.entries({ ...notices, ...groupNotices }).filter(([k]) =>
      c.req.query('ok')?.split(' ').includes(k),
    );
    const notice =
      done.length > 0 ? `Đã ${done.map(([, words]) => words).join(', ')}.` : putBackWords(c.req.query());
    const warn =
      c.req.query('ok') === '' ? 'Không có gì để lưu: mọi ô còn trống hoặc giữ nguyên.' : undefined;
    return c.html(await show(c, deps, lead, { notice, warn }));
  });

  app.post('/phieu/:id/xu-ly', only('admin', 'staff'), async (c) => {
    const form = await readForm(c);
    const lead = await findLead(deps.db, deps.vault, c.req.param('id'));
    if (!lead) return c.html(noLead(), 404);
    const { account } = c.get('session');
    const typed = Typed.parse(form);
    const refuse = async (why: keyof typeof refusals, kept: Typed) => {
      const fresh = await findLead(deps.db, deps.vault, lead.id);
      if (!fresh) return c.html(noLead(), 404);
      return c.html(await show(c, deps, fresh, { warn: refusals[why], kept }), 409);
    };
    if (lead.erased) return refuse('erased', typed);
    const work = Work.safeParse(typed);
    if (!work.success)
      return refuse(work.error.issues.some((i) => i.path[0] === 'callBack') ? 'no-day' : 'too-long', typed);
    if (work.data[answersField].length > 0 && !work.data.message) return refuse('no-message', typed);
    const now = deps.clock();
    const { callBack, status = lead.status } = work.data;
    if (callBack && !mayPromise(callBack, vietnamDay(now))) return refuse('no-day', typed);
    if (callBack && !openStatuses.includes(status)) return refuse('finished', typed);
    const assignee = assigneeOf(work.data);
    const assigned = assignee ? await findAccount(deps.db, assignee) : undefined;
    if (assignee && !(assigned && mayWork(assigned))) return refuse('cannot-work', { ...typed, to: '' });
    const by = { actor: account.id, seen: work.data.seen, now };
    const { message: text, [answersField]: answers } = work.data;
    const message = text ? { conversationId: lead.conversationId, text, answers } : undefined;
    const asked = { work: changesOf(work.data), message };
    const { worked, said } = await workAndSay(deps.db, deps.vault, lead.id, asked, by);
    if (worked === 'gone' || said === 'erased') return refuse('erased', typed);
    if (worked !== 'done') return refuse(worked, typed);
    if (said && said !== 'sent') return refuse('no-talk', { ...Typed.parse({}), message: typed.message });
    if (said) deps.wake();
    const ok = Object.keys(notices).filter((k) => work.data[k as keyof typeof notices]);
    const list = sameList(LeadQuery.parse(c.req.query()));
    const settled = work.data.message && work.data[answersField].length > 0;
    const mark = settled ? `&${settledMark}=${now.toISOString()}` : '';
    return c.redirect(`/can-bo/phieu/${lead.id}${list}${list ? '&' : '?'}ok=${ok.join('+')}${mark}`, 303);
  });
};

export const noLead = (): Html =>
  messagePage('Không có phiếu này', 'Phiếu có thể đã bị xóa.', {
    href: '/can-bo/phieu',
    label: 'Về danh sách',
  });

async function show(
  c: Context<DeskEnv>,
  deps: DeskDeps,
  lead: LeadRow,
  told: { notice?: string | undefined; warn?: string | undefined; kept?: Typed },
): Promise<Html> {
  const session = c.get('session');
  const { account } = session;
  const viewer = account.role === 'viewer';
  const query = LeadQuery.parse(c.req.query());
  const list = sameList(query);
  const today = vietnamDay(deps.clock());
  const [turns, said, history, same, alike, founders, beside, accounts, open, settled] = await Promise.all([
    // What was said after the erasure belongs to no lead, or to another.
    lead.erased ? [] : recentTurns(deps.db, lead.conversationId, turnsShown),
    lead.erased ? [] : saidByStaff(deps.db, lead.conversationId, lead.createdAt),
    historyOf(deps.db, deps.vault, lead.id),
    likelySame(deps.db, deps.vault, lead),
    countCouldJoin(deps.db, lead),
    foundersWith(deps.db, deps.vault, lead),
    neighboursOf(deps.db, deps.vault, filterOf(query, account, today), lead),
    listAccounts(deps.db),
    openGapsOf(deps.db, lead.conversationId, mostAnswers),
    settledAt(deps.db, account.id, settledMoment(c.req.query())),
  ]);
  const names = new Map(accounts.map((a) => [a.id, a.name]));
  const at = `/can-bo/phieu/${lead.id}`;
  const link = (id: string | undefined, label: string) =>
    id ? html`<a href="/can-bo/phieu/${id}${list}">${label}</a>` : '';
  return page(
    session,
    { title: `Phiếu ${lead.code}`, at: '/can-bo/phieu', notice: told.notice, warn: told.warn },
    settledNote(session, settled, `${at}${list}`, settledMoment(c.req.query())),
    html`<nav class="paging" aria-label="Các phiếu"><a href="/can-bo/phieu${list}">Về danh sách</a> ${link(beside.newer, '← Mới hơn')} ${link(beside.older, 'Cũ hơn →')}</nav>`,
    html`<div class="columns"><section>`,
    leadFacts(lead, deps.knowledge().places.get(lead.place ?? '')?.name, account.role, today),
    same.length > 0 && !viewer
      ? html`<p class="warn">Có thể cùng một người: ${same.map((s) => html`<a class="whole" href="/can-bo/phieu/${s.id}">${s.code}</a> (${statusWords[s.status]}) `)}</p>`
      : '',
    foundersSection(session, lead, founders, list),
    couldJoinLine(lead, alike, list, viewer),
    lead.erased && !told.warn
      ? html`<p class="hint">Người này đã xóa thông tin của mình: không phải gọi nữa, phiếu chỉ còn để đếm.</p>`
      : '',
    viewer || lead.erased
      ? ''
      : workForm(session, lead, { accounts, action: `${at}/xu-ly${list}`, kept: told.kept, open, today }),
    html`</section><section><h2>Lịch sử</h2>`,
    historyList(lead.erased ? history.map((e) => ({ ...e, to: null })) : history, said, names, viewer),
    lead.erased ? '' : html`<h2>Cuộc trò chuyện</h2>${talkView(turns, names, { viewer })}`,
    html`</section></div>`,
  );
}
