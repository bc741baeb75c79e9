// The list of talks: the last words of each, masked, the person's leads, and who waits for staff.
import { html, raw } from 'hono/html';
import { countTalks, recentTalks, type TalkHead } from '../../conversation/store/staff-talks.ts';
import { codesOf } from '../../leads/store/list.ts';
import type { Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { channelWords } from '../words.ts';
import { firstWords } from './first-words.ts';
import { type Html, type Part, page, sayTime, table } from './layout.ts';
import { paged, pageOf, paging } from './paging.ts';

const perPage = 50;
const waitingOnly = 'cho';

export const talkPages: Pages = (app, deps) => {
  app.get('/tro-chuyen', only('admin', 'staff'), async (c) => {
    const now = deps.clock();
    const filter = { waits: c.req.query('xem') === waitingOnly, now };
    const [all, waiting] = await Promise.all([
      countTalks(deps.db, { waits: false, now }),
      countTalks(deps.db, { waits: true, now }),
    ]);
    const at = paged(pageOf.parse(c.req.query('page')), filter.waits ? waiting : all, perPage);
    const talks = await recentTalks(deps.db, filter, at);
    const codes = await codesOf(
      deps.db,
      talks.map((t) => t.identityId),
    );
    const pages = paging(
      at,
      'cuộc trò chuyện',
      (n) => `/can-bo/tro-chuyen?${filter.waits ? `xem=${waitingOnly}&` : ''}page=${n}`,
    );
    const tab = (on: boolean, href: string, label: string, n: number) =>
      html`<a class="tab${on ? ' on' : ''}" href="${href}"${on ? raw(' aria-current="page"') : ''}>${label} <b>${n}</b></a>`;
    return c.html(
      page(
        c.get('session'),
        { title: 'Trò chuyện', at: '/can-bo/tro-chuyen' },
        html`<nav class="tabs" aria-label="Xem">${tab(!filter.waits, '/can-bo/tro-chuyen', 'Tất cả', all)}${tab(filter.waits, `/can-bo/tro-chuyen?xem=${waitingOnly}`, 'Chờ cán bộ', waiting)}</nav>`,
        html`<div class="bar">${pages}</div>`,
        table(
          'Mới nhất trước; lời cuối là của người dân, hoặc câu họ đang chờ trả lời',
          ['Lúc', 'Lời cuối', 'Phiếu', 'Kênh', 'Ai trả lời'],
          talks.map((t) => row(t, codes.get(t.identityId) ?? [], now)),
          filter.waits ? 'Không có ai đang chờ cán bộ.' : 'Chưa có ai trò chuyện.',
        ),
        at.pages > 1 ? pages : '',
      ),
    );
  });
};

function row(t: TalkHead, leads: readonly { id: string; code: string }[], now: Date): Part[] {
  const at = sayTime(t.updatedAt);
  const words = firstWords(t.awaited ?? t.lastSaid) || '(không còn chữ)';
  return [
    html`<a class="whole card-link" href="/can-bo/tro-chuyen/${t.conversationId}" aria-label="${at}: ${words}">${at}</a>`,
    words,
    leads.length > 0
      ? html`<span>${leads.map((l) => html`<a class="whole" href="/can-bo/phieu/${l.id}">${l.code}</a> `)}</span>`
      : '',
    channelWords[t.channel] ?? t.channel,
    whoAnswers(t, now),
  ];
}

function whoAnswers(t: TalkHead, now: Date): Html | string {
  const who = t.blocked
    ? 'đã chặn máy'
    : isTaken(t.staffUntil, now)
      ? `cán bộ, đến ${sayTime(t.staffUntil)}`
      : 'máy';
  return t.waits ? html`<span><b class="wants">chờ cán bộ</b> · ${who}</span>` : who;
}

export const isTaken = (until: string | null, now: Date): boolean =>
  until !== null && until > now.toISOString();
