// How each channel stands, how long people may be answered there, and what did not go out, with the reason.
import { html } from 'hono/html';
import { listUnsent } from '../../conversation/store/unsent.ts';
import { daysBefore } from '../../leads/retention.ts';
import type { ChannelShown, Pages } from '../deps.ts';
import { channelWords, reasonWords, stateWords, unsentWords } from '../words.ts';
import { page, sayTime, table } from './layout.ts';

const days = 30;
const most = 200;

export const channelPages: Pages = (app, deps) => {
  app.get('/kenh', async (c) => {
    const session = c.get('session');
    const mayRead = session.account.role !== 'viewer';
    const [channels, unsent] = await Promise.all([
      deps.channels(),
      listUnsent(deps.db, daysBefore(deps.clock(), days), most),
    ]);
    const ill = channels.filter((ch) => ch.state && !ch.state.ok);
    return c.html(
      page(
        session,
        {
          title: 'Kênh',
          at: '/can-bo/kenh',
          warn:
            ill.length > 0
              ? `Cần xem ngay: ${ill.map((ch) => channelWords[ch.channel]).join(', ')}.`
              : undefined,
        },
        table(
          'Các kênh',
          ['Kênh', 'Tình trạng', 'Được nhắn lại', 'Ghi chú kỹ thuật'],
          channels.map((ch) => [
            channelWords[ch.channel] ?? ch.channel,
            ch.state ? `${ch.state.ok ? '' : '⚠ '}${stateWords[ch.state.what] ?? ch.state.what}` : 'chưa nối',
            windowWords(ch),
            ch.state?.detail ?? '',
          ]),
          'Chưa có kênh nào.',
        ),
        html`<h2>Tin chưa gửi được</h2><p class="hint">Trong ${days} ngày qua, mới nhất trước. Không hiện nội dung: tin đã gửi hay đã bỏ đều được xóa chữ.</p>`,
        table(
          'Tin chưa gửi được',
          ['Lúc', 'Kênh', 'Tình trạng', 'Vì sao'],
          unsent.map((u) => [
            mayRead
              ? html`<a href="/can-bo/tro-chuyen/${u.conversationId}">${sayTime(u.createdAt)}</a>`
              : sayTime(u.createdAt),
            channelWords[u.channel] ?? u.channel,
            u.status === 'pending' ? `thử lại lúc ${sayTime(u.nextAt)}` : (unsentWords[u.status] ?? u.status),
            reasonWords(u.reason),
          ]),
          'Mọi tin đều đã gửi.',
        ),
      ),
    );
  });
};

const hours = (ms: number): number => Math.round(ms / 3_600_000);

function windowWords({ window }: ChannelShown): string {
  if (!window) return 'lúc nào cũng được';
  return `${hours(window.lastMs) / 24} ngày từ tin cuối của người dân; ${hours(window.freeMs)} giờ đầu không mất phí`;
}
