// Questions the bot could not answer, alike ones together: answer once, mark done or set aside, and put back.
import { html, raw } from 'hono/html';
import { z } from 'zod';
import { countGaps, type ListedGap, listGaps } from '../../conversation/store/gaps-listed.ts';
import {
  type By,
  openByTalk,
  reopenGaps,
  settledAt,
  settleGaps,
} from '../../conversation/store/gaps-settled.ts';
import { StaffText, sayAsStaff } from '../../conversation/store/say-as-staff.ts';
import { readForm } from '../../http/read-form.ts';
import { withDrafts } from '../../knowledge/with-drafts.ts';
import { syllables } from '../../language/fold.ts';
import type { Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { listAccounts } from '../store/accounts.ts';
import { Answers, answersField } from './answers.ts';
import { gapGroup, listAt, type View, views } from './gaps-view.ts';
import { page } from './layout.ts';
import { putBackTo, putBackWords, settledMark, settledMoment, settledNote } from './put-back.ts';

const shown = 400;
const Settle = z.object({ ids: z.string().max(40_000), status: z.enum(['ignored', 'done']) });
const PutBack = z.object({ ids: z.string().max(40_000), back: z.string().max(500).catch('') });
const Answer = z.object({ text: StaffText, conversation: z.string().max(60) });
const AnswerAll = z.object({ text: StaffText, [answersField]: Answers });
/** Says on the next page what was settled just now. */
const mark = (by: By): string => `${settledMark}=${by.now.toISOString()}`;
const refusals: Record<string, string> = {
  settled: 'Các câu này đã có người xử lý trước bạn.',
  'already-answered': 'Câu này đã có người trả lời trước bạn.',
  erased: 'Người hỏi vừa xóa thông tin của mình: câu trả lời không được gửi.',
  unknown: 'Không còn cuộc trò chuyện của người hỏi, câu trả lời chưa gửi được.',
  nobody: 'Chưa chọn ai để trả lời, chưa gửi.',
  empty: 'Câu trả lời trống hoặc dài quá 1.500 chữ, chưa gửi.',
};

export const gapPages: Pages = (app, deps) => {
  app.get('/cau-hoi', async (c) => {
    const session = c.get('session');
    const view = (Object.keys(views).find((v) => v === c.req.query('xem')) ?? 'open') as View;
    const [gaps, all] = await Promise.all([listGaps(deps.db, view, shown), countGaps(deps.db, view)]);
    const left = all - gaps.length;
    const cards = withDrafts(deps.knowledge()).cards;
    const groups = groupAlike(gaps);
    const names = new Map((await listAccounts(deps.db)).map((a) => [a.id, a.name]));
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
        left > 0
          ? html`<p class="hint">Trang hiện ${gaps.length} câu${view === 'open' ? ': câu đang chờ trả lời trước, rồi câu mới nhất' : ' mới nhất'}. Còn ${left} câu cũ hơn${view === 'open' ? ', xử lý bớt thì hiện ra' : ''}.</p>`
          : '',
        ...groups.map((g) =>
          gapGroup(session, g, { view, names, nearest: cards.get(g[0]?.nearest ?? '')?.title }),
        ),
      ),
    );
  });

  app.post('/cau-hoi/gom', only('admin', 'staff'), async (c) => {
    const post = Settle.safeParse(await readForm(c));
    if (!post.success) return c.redirect(listAt, 303);
    const by = { accountId: c.get('session').account.id, now: deps.clock() };
    const count = await settleGaps(deps.db, post.data.ids.split(','), post.data.status, by);
    return c.redirect(`${listAt}?${count > 0 ? mark(by) : 'loi=settled'}`, 303);
  });

  app.post('/cau-hoi/dua-lai', only('admin', 'staff'), async (c) => {
    const post = PutBack.safeParse(await readForm(c));
    if (!post.success) return c.redirect(listAt, 303);
    const by = { accountId: c.get('session').account.id, now: deps.clock() };
    const count = await reopenGaps(deps.db, post.data.ids.split(','), by);
    return c.redirect(putBackTo(post.data.back, count), 303);
  });

  /** Who has two of the questions is written to once. Sent again after a fault it reaches only those who have no answer yet. */
  app.post('/cau-hoi/tra-loi', only('admin', 'staff'), async (c) => {
    const post = AnswerAll.safeParse(await readForm(c));
    if (!post.success) return c.redirect(`${listAt}?loi=empty`, 303);
    const { text, [answersField]: ids } = post.data;
    if (ids.length === 0) return c.redirect(`${listAt}?loi=nobody`, 303);
    const by = { accountId: c.get('session').account.id, now: deps.clock() };
    let sent = 0;
    for (const [conversationId, [gapId = '', ...answers]] of await openByTalk(deps.db, ids)) {
      const message = { conversationId, text, gapId, answers };
      if ((await sayAsStaff(deps.db, deps.vault, message, by)) === 'sent') sent++;
    }
    deps.wake();
    return c.redirect(`${listAt}?${sent > 0 ? `ok=answered&${mark(by)}` : 'loi=settled'}`, 303);
  });

  app.post('/cau-hoi/:id/tra-loi', only('admin', 'staff'), async (c) => {
    const post = Answer.safeParse(await readForm(c));
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
function groupAlike<T extends Pick<ListedGap, 'nearest' | 'folded' | 'wants_reply'>>(
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
