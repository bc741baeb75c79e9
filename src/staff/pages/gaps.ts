// Questions the bot could not answer, alike ones together: answer once, mark done or set aside, and put back.
import { html, raw } from 'hono/html';
import { z } from 'zod';
import { type By, reopenGaps, settledAt, settleGaps } from '../../conversation/store/gaps-settled.ts';
import { listGaps, type OpenGap, StaffText, sayAsStaff } from '../../conversation/store/staff-side.ts';
import { syllables } from '../../language/fold.ts';
import type { Pages } from '../deps.ts';
import { only } from '../guard.ts';
import type { Session } from '../store/sessions.ts';
import { channelWords, outcomeWords } from '../words.ts';
import { form, type Html, page, sayTime } from './layout.ts';
import {
  putBackButton,
  putBackTo,
  putBackWords,
  settledMark,
  settledMoment,
  settledNote,
} from './put-back.ts';

const shown = 400;
/** Of one group at a glance; of those settled the others are folded below. */
const shownOfGroup = 8;
const Settle = z.object({ ids: z.string().max(40_000), status: z.enum(['ignored', 'done']) });
const PutBack = z.object({ ids: z.string().max(40_000), back: z.string().max(500).catch('') });
const Answer = z.object({ text: StaffText, conversation: z.string().max(60) });
const listAt = '/can-bo/cau-hoi';
/** Says on the next page what was settled just now. */
const mark = (by: By): string => `${settledMark}=${by.now.toISOString()}`;
const refusals: Record<string, string> = {
  settled: 'Các câu này đã có người xử lý trước bạn.',
  'already-answered': 'Câu này đã có người trả lời trước bạn.',
  erased: 'Người hỏi vừa xóa thông tin của mình: câu trả lời không được gửi.',
  unknown: 'Không còn cuộc trò chuyện của người hỏi, câu trả lời chưa gửi được.',
  empty: 'Câu trả lời trống hoặc dài quá 1.500 chữ, chưa gửi.',
};
const views = { open: 'Đang tồn', answered: 'Đã trả lời', done: 'Đã xong', ignored: 'Đã bỏ qua' } as const;
type View = keyof typeof views;

export const gapPages: Pages = (app, deps) => {
  app.get('/cau-hoi', async (c) => {
    const session = c.get('session');
    const view = (Object.keys(views).find((v) => v === c.req.query('xem')) ?? 'open') as View;
    const gaps = await listGaps(deps.db, view, shown);
    const cards = deps.knowledge().cards;
    const groups = groupAlike(gaps);
    const settled = await settledAt(deps.db, session.account.id, settledMoment(c.req.query()));
    const notice =
      { answered: 'Đã gửi câu trả lời.' }[c.req.query('ok') ?? ''] ?? putBackWords(c.req.query());
    return c.html(
      page(
        session,
        {
          title: 'Câu hỏi tồn',
          at: listAt,
          notice,
          warn: refusals[c.req.query('loi') ?? ''],
        },
        settledNote(session, settled, listAt, settledMoment(c.req.query())),
        html`<nav class="tabs" aria-label="Xem">${Object.entries(views).map(([v, label]) => html`<a class="tab${v === view ? ' on' : ''}" href="${listAt}?xem=${v}"${v === view ? raw(' aria-current="page"') : ''}>${label}</a>`)}</nav>`,
        groups.length === 0
          ? html`<p class="empty">${view === 'open' ? 'Không có câu hỏi tồn. Câu nào máy chưa trả lời được sẽ hiện ở đây.' : 'Chưa có câu nào.'}</p>`
          : '',
        ...groups.map((g) => group(session, g, cards.get(g[0]?.nearest ?? '')?.title, view)),
      ),
    );
  });

  app.post('/cau-hoi/gom', only('admin', 'staff'), async (c) => {
    const post = Settle.safeParse(await c.req.parseBody());
    if (!post.success) return c.redirect(listAt, 303);
    const by = { accountId: c.get('session').account.id, now: deps.clock() };
    const count = await settleGaps(deps.db, post.data.ids.split(','), post.data.status, by);
    return c.redirect(`${listAt}?${count > 0 ? mark(by) : 'loi=settled'}`, 303);
  });

  app.post('/cau-hoi/dua-lai', only('admin', 'staff'), async (c) => {
    const post = PutBack.safeParse(await c.req.parseBody());
    if (!post.success) return c.redirect(listAt, 303);
    const by = { accountId: c.get('session').account.id, now: deps.clock() };
    const count = await reopenGaps(deps.db, post.data.ids.split(','), by);
    return c.redirect(putBackTo(post.data.back, count), 303);
  });

  app.post('/cau-hoi/:id/tra-loi', only('admin', 'staff'), async (c) => {
    const post = Answer.safeParse(await c.req.parseBody());
    if (!post.success) return c.redirect(`${listAt}?loi=empty`, 303);
    const by = { accountId: c.get('session').account.id, now: deps.clock() };
    const done = await sayAsStaff(
      deps.db,
      deps.vault,
      { conversationId: post.data.conversation, text: post.data.text, gapId: c.req.param('id') },
      by,
    );
    deps.wake();
    return c.redirect(`${listAt}?${done === 'sent' ? `ok=answered&${mark(by)}` : `loi=${done}`}`, 303);
  });
};

/** Same nearest card, or most words in common: one group. Wanted answers first, then the larger groups. */
export function groupAlike<T extends Pick<OpenGap, 'nearest' | 'folded' | 'wants_reply'>>(
  gaps: readonly T[],
): T[][] {
  const groups: { words: Set<string>; nearest: string | null; gaps: T[] }[] = [];
  for (const gap of gaps) {
    const words = new Set(syllables(gap.folded));
    const home = groups.find(
      (g) =>
        (gap.nearest !== null && g.nearest === gap.nearest && overlap(g.words, words) >= 0.3) ||
        overlap(g.words, words) >= 0.6,
    );
    if (home) home.gaps.push(gap);
    else groups.push({ words, nearest: gap.nearest, gaps: [gap] });
  }
  const wanted = (g: { gaps: T[] }): number => g.gaps.filter((x) => x.wants_reply === 1).length;
  return groups.sort((a, b) => wanted(b) - wanted(a) || b.gaps.length - a.gaps.length).map((g) => g.gaps);
}

function overlap(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter((w) => b.has(w)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}

function group(session: Session, gaps: readonly OpenGap[], nearest: string | undefined, view: View): Html {
  const works = session.account.role !== 'viewer';
  const open = view === 'open' && works;
  const ids = gaps.map((g) => g.id);
  const settle = (status: string, label: string): Html =>
    form(
      session,
      `${listAt}/gom`,
      html`<input type="hidden" name="ids" value="${ids.join(',')}"><input type="hidden" name="status" value="${status}"><button class="small">${label}</button>`,
    );
  const here = `${listAt}?xem=${view}`;
  const several = gaps.length > 1;
  const line = (g: OpenGap): Html =>
    html`<li>${several ? html`<q>${g.question}</q>` : ''} <span class="meta">${sayTime(g.at)} · ${channelWords[g.channel] ?? g.channel} · ${outcomeWords[g.reason] ?? g.reason}</span>
${g.wants_reply === 1 && g.status === 'open' ? html`<b class="wants">chờ trả lời</b>` : ''}
${open ? answerForm(session, g) : ''}${!open && works && several ? putBackButton(session, [g.id], here, 'Đưa lại câu này') : ''}</li>`;
  const more = open ? [] : gaps.slice(shownOfGroup);
  return html`<article class="gap"><header><h2>${gaps[0]?.question ?? ''}</h2>
<p class="meta">${gaps.length} lượt hỏi${nearest ? html` · gần thẻ “${nearest}”` : ''}</p></header>
<ul>${gaps.slice(0, shownOfGroup).map(line)}</ul>
${more.length > 0 ? html`<details><summary>${more.length} câu nữa của nhóm</summary><ul>${more.map(line)}</ul></details>` : ''}
${open ? html`<div class="row">${settle('done', 'Đã xong cả nhóm')}${settle('ignored', 'Bỏ qua cả nhóm')}</div>` : ''}${
  !open && works ? putBackButton(session, ids, here) : ''
}</article>`;
}

const answerForm = (session: Session, g: OpenGap): Html =>
  html`<details><summary>Trả lời người này</summary>${form(
    session,
    `${listAt}/${g.id}/tra-loi`,
    html`<input type="hidden" name="conversation" value="${g.conversation_id}">
<label>Câu trả lời (gửi một lần)<textarea name="text" rows="3" maxlength="1500" required></textarea></label><button>Gửi</button>`,
  )}</details>`;
