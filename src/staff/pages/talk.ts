// One talk, masked, with what comes in meanwhile: taking it over from the bot and giving it back, and writing to the person while their channel allows it.
import type { Context } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { openGapsOf, settledAt } from '../../conversation/store/gaps-settled.ts';
import { StaffText, sayAsStaff } from '../../conversation/store/say-as-staff.ts';
import { talkHead } from '../../conversation/store/staff-talks.ts';
import { setTakenOver } from '../../conversation/store/taken-over.ts';
import { recentTurns } from '../../conversation/store/turns.ts';
import { readForm } from '../../http/read-form.ts';
import { codesOf } from '../../leads/store/list.ts';
import type { ChannelShown, DeskEnv, Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { listAccounts } from '../store/accounts.ts';
import { channelWords } from '../words.ts';
import { Answers, answerBoxes, answersField, likelyAnswered, mostAnswers } from './answers.ts';
import { form, type Html, messagePage, page, sayTime } from './layout.ts';
import { putBackWords, settledMark, settledMoment, settledNote } from './put-back.ts';
import { talkView } from './talk-view.ts';
import { isTaken } from './talks.ts';

const takenForMs = 2 * 3_600_000;
const turnsShown = 200;
const Message = z.object({ text: StaffText, [answersField]: Answers });

export const talkPage: Pages = (app, deps) => {
  const staff = only('admin', 'staff');

  app.get('/tro-chuyen/:id', staff, async (c) => {
    const session = c.get('session');
    const id = c.req.param('id');
    const now = deps.clock();
    const talk = await talkHead(deps.db, id, now);
    if (!talk) return c.html(noTalk(), 404);
    const [turns, accounts, channels, codes, open, settled] = await Promise.all([
      recentTurns(deps.db, id, turnsShown),
      listAccounts(deps.db),
      deps.channels(),
      codesOf(deps.db, [talk.identityId]),
      openGapsOf(deps.db, id, mostAnswers),
      settledAt(deps.db, session.account.id, settledMoment(c.req.query())),
    ]);
    const leads = codes.get(talk.identityId) ?? [];
    const { window } = channels.find((ch) => ch.channel === talk.channel) ?? {};
    const taken = isTaken(talk.staffUntil, now);
    const names = new Map(accounts.map((a) => [a.id, a.name]));
    const version = [turns.at(-1)?.seq ?? 0, taken ? talk.staffUntil : '', open.length].join(' ');
    const at = `/can-bo/tro-chuyen/${id}`;
    return c.html(
      page(
        session,
        {
          title: `Trò chuyện qua ${channelWords[talk.channel] ?? talk.channel}`,
          at: '/can-bo/tro-chuyen',
          notice: c.req.query('ok') ? 'Đã gửi.' : putBackWords(c.req.query()),
          warn: c.req.query('loi') ? 'Lời nhắn trống hoặc dài quá 1.500 chữ, chưa gửi.' : undefined,
          script: '/can-bo/talk.js',
        },
        settledNote(session, settled, at, settledMoment(c.req.query())),
        html`<p class="paging"><a href="/can-bo/tro-chuyen">Về danh sách</a> ${leads.map((l) => html`<a href="/can-bo/phieu/${l.id}">Phiếu ${l.code}</a>`)}</p>`,
        html`<div id="ai-giu" data-version="${version}"><p>${taken ? `Cán bộ đang giữ cuộc trò chuyện này đến ${sayTime(talk.staffUntil)}; máy im lặng.` : 'Máy đang trả lời.'}</p>${
          talk.awaited
            ? html`<p class="warn">Người này đang chờ trả lời câu “${talk.awaited}”. Trả lời ở ô nhắn bên dưới, hoặc ở <a href="/can-bo/cau-hoi">Câu hỏi tồn</a>.</p>`
            : ''
        }${form(
          session,
          `${at}/${taken ? 'tra-lai' : 'nhan-lay'}`,
          html`<button class="small">${taken ? 'Trả lại cho máy' : 'Nhận lấy trong 2 giờ'}</button>`,
        )}</div>`,
        html`<div id="loi" data-version="${version}" role="log" aria-label="Cuộc trò chuyện">${talkView(turns, names, { viewer: false })}</div>`,
        // The address is another each time: to the same one a browser would only scroll.
        html`<p class="paging"><a href="${at}?luc-xem=${now.getTime()}#tra-loi">Xem tin mới</a></p>`,
        html`<div id="tra-loi" data-version="${version}"><p class="hint">${windowLine(window, talk.seenAt, now)}</p>${form(
          session,
          `${at}/nhan`,
          html`<div class="stack"><label>Nhắn cho người này<textarea name="text" rows="3" maxlength="1500" required></textarea></label>${answerBoxes(open, likelyAnswered(open, turns.findLast((t) => t.staffId)?.at))}<button>Gửi</button></div>`,
        )}</div>`,
      ),
    );
  });

  const by = (c: Context<DeskEnv>) => ({ accountId: c.get('session').account.id, now: deps.clock() });
  const led = (c: Context<DeskEnv>, id: string, done: boolean) =>
    done ? c.redirect(`/can-bo/tro-chuyen/${id}`, 303) : c.html(noTalk(), 404);
  app.post('/tro-chuyen/:id/nhan-lay', staff, async (c) => {
    const id = c.req.param('id');
    const until = new Date(deps.clock().getTime() + takenForMs);
    return led(c, id, await setTakenOver(deps.db, id, until, by(c)));
  });
  app.post('/tro-chuyen/:id/tra-lai', staff, async (c) => {
    const id = c.req.param('id');
    const done = await deps.giveBack(id, by(c));
    deps.wake();
    return led(c, id, done);
  });
  app.post('/tro-chuyen/:id/nhan', staff, async (c) => {
    const conversationId = c.req.param('id');
    const at = `/can-bo/tro-chuyen/${conversationId}`;
    const post = Message.safeParse(await readForm(c));
    if (!post.success) return c.redirect(`${at}?loi=1`, 303);
    const { text, [answersField]: answers } = post.data;
    const who = by(c);
    const done = await sayAsStaff(deps.db, deps.vault, { conversationId, text, answers }, who);
    if (done !== 'sent') return c.html(noTalk(), 404);
    deps.wake();
    const mark = answers.length > 0 ? `&${settledMark}=${who.now.toISOString()}` : '';
    return c.redirect(`${at}?ok=1${mark}`, 303);
  });
};

const noTalk = (): Html =>
  messagePage('Không có cuộc trò chuyện này', 'Có thể đã quá hạn giữ.', {
    href: '/can-bo/tro-chuyen',
    label: 'Về danh sách',
  });

/** Some platforms let us write only so long after the person did, and charge before that is over. */
function windowLine(window: ChannelShown['window'], seenAt: string, now: Date): string {
  if (!window) return '';
  const after = (ms: number): string => new Date(Date.parse(seenAt) + ms).toISOString();
  const at = now.toISOString();
  if (at > after(window.lastMs))
    return 'Đã quá hạn nhắn của kênh này: chờ người dân nhắn trước, tin gửi bây giờ sẽ không đi.';
  if (at > after(window.freeMs))
    return `Tin gửi bây giờ có thể mất phí; nhắn được đến ${sayTime(after(window.lastMs))}.`;
  return `Không mất phí đến ${sayTime(after(window.freeMs))}; nhắn được đến ${sayTime(after(window.lastMs))}.`;
}
