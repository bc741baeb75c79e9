// Recent talks, masked; one talk, with taking it over from the bot and giving it back.
import { html } from 'hono/html';
import { z } from 'zod';
import { recentTalks, sayAsStaff, setTakenOver, talkHead } from '../../conversation/store/staff-side.ts';
import { recentTurns } from '../../conversation/store/turns.ts';
import type { ChannelShown, Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { listAccounts } from '../store/accounts.ts';
import { channelWords } from '../words.ts';
import { form, messagePage, page, sayTime, table } from './layout.ts';
import { talkView } from './talk-view.ts';

const perPage = 50;
const takenForMs = 2 * 3_600_000;
const Text = z.object({ text: z.string().trim().min(1).max(1500) });

export const talkPages: Pages = (app, deps) => {
  const staff = only('admin', 'staff');

  app.get('/tro-chuyen', staff, async (c) => {
    const at = Math.max(1, Number(c.req.query('page')) || 1);
    const talks = await recentTalks(deps.db, perPage + 1, (at - 1) * perPage);
    return c.html(
      page(
        c.get('session'),
        { title: 'Trò chuyện', at: '/can-bo/tro-chuyen' },
        table(
          'Cuộc trò chuyện, mới nhất trước',
          ['Lúc', 'Kênh', 'Ai trả lời'],
          talks
            .slice(0, perPage)
            .map((t) => [
              html`<a href="/can-bo/tro-chuyen/${t.conversationId}">${sayTime(t.updatedAt)}</a>`,
              channelWords[t.channel] ?? t.channel,
              t.blocked
                ? 'đã chặn máy'
                : isTaken(t.staffUntil, deps.clock())
                  ? `cán bộ, đến ${sayTime(t.staffUntil)}`
                  : 'máy',
            ]),
          'Chưa có ai trò chuyện.',
        ),
        html`<p class="paging">${at > 1 ? html`<a href="?page=${at - 1}">← Mới hơn</a>` : ''} ${talks.length > perPage ? html`<a href="?page=${at + 1}">Cũ hơn →</a>` : ''}</p>`,
      ),
    );
  });

  app.get('/tro-chuyen/:id', staff, async (c) => {
    const session = c.get('session');
    const id = c.req.param('id');
    const talk = await talkHead(deps.db, id);
    if (!talk)
      return c.html(
        messagePage('Không có cuộc trò chuyện này', 'Có thể đã quá hạn giữ.', {
          href: '/can-bo/tro-chuyen',
          label: 'Về danh sách',
        }),
        404,
      );
    const [turns, accounts, channels] = await Promise.all([
      recentTurns(deps.db, id, 200),
      listAccounts(deps.db),
      deps.channels(),
    ]);
    const { window } = channels.find((ch) => ch.channel === talk.channel) ?? {};
    const taken = isTaken(talk.staffUntil, deps.clock());
    const at = `/can-bo/tro-chuyen/${id}`;
    return c.html(
      page(
        session,
        { title: `Trò chuyện qua ${channelWords[talk.channel] ?? talk.channel}`, at: '/can-bo/tro-chuyen' },
        html`<p>${taken ? `Cán bộ đang giữ cuộc trò chuyện này đến ${sayTime(talk.staffUntil)}; máy im lặng.` : 'Máy đang trả lời.'}</p>`,
        form(
          session,
          `${at}/${taken ? 'tra-lai' : 'nhan-lay'}`,
          html`<button class="small">${taken ? 'Trả lại cho máy' : 'Nhận lấy trong 2 giờ'}</button>`,
        ),
        talkView(turns, new Map(accounts.map((a) => [a.id, a.name]))),
        html`<p class="hint">${windowLine(window, talk.seenAt, deps.clock())}</p>`,
        form(
          session,
          `${at}/nhan`,
          html`<div class="stack"><label>Nhắn cho người này<textarea name="text" rows="3" maxlength="1500" required></textarea></label><button>Gửi</button></div>`,
        ),
      ),
    );
  });

  const by = (accountId: string) => ({ accountId, now: deps.clock() });
  app.post('/tro-chuyen/:id/nhan-lay', staff, async (c) => {
    const until = new Date(deps.clock().getTime() + takenForMs);
    await setTakenOver(deps.db, c.req.param('id'), until, by(c.get('session').account.id));
    return c.redirect(`/can-bo/tro-chuyen/${c.req.param('id')}`, 303);
  });
  app.post('/tro-chuyen/:id/tra-lai', staff, async (c) => {
    await setTakenOver(deps.db, c.req.param('id'), null, by(c.get('session').account.id));
    return c.redirect(`/can-bo/tro-chuyen/${c.req.param('id')}`, 303);
  });
  app.post('/tro-chuyen/:id/nhan', staff, async (c) => {
    const post = Text.safeParse(await c.req.parseBody());
    if (post.success) {
      const replies = [{ blocks: [{ kind: 'say' as const, text: post.data.text }], choices: [] }];
      await sayAsStaff(
        deps.db,
        deps.vault,
        { conversationId: c.req.param('id'), replies },
        by(c.get('session').account.id),
      );
      deps.wake();
    }
    return c.redirect(`/can-bo/tro-chuyen/${c.req.param('id')}`, 303);
  });
};

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

const isTaken = (until: string | null, now: Date): boolean => until !== null && until > now.toISOString();
