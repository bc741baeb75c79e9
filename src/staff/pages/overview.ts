// The first page: what waits, for all and for whoever is signed in, this year beside the plan, and folded below how questions ended.
import { html } from 'hono/html';
import { countOpenGaps } from '../../conversation/store/gaps-listed.ts';
import { countTalks } from '../../conversation/store/staff-talks.ts';
import { outcomesSince } from '../../conversation/store/turns.ts';
import { vietnamDay } from '../../language/dates.ts';
import { daysBefore } from '../../leads/retention.ts';
import { countCallBacks, countToWork, firstYear, formedByYear } from '../../leads/store/counts.ts';
import { type LeadRow, listLeads } from '../../leads/store/list.ts';
import type { DeskDeps, Pages } from '../deps.ts';
import { readFacts } from '../store/operator.ts';
import { factKeys } from '../unit-facts.ts';
import { channelWords, operatorWords, outcomeWords } from '../words.ts';
import { folded, type Html, page, sayTime, table } from './layout.ts';
import { mayWork } from './lead-work.ts';
import { myWork } from './my-work.ts';
import { planSection } from './plan.ts';

export const overviewPages: Pages = (app, deps) => {
  app.get('/', async (c) => {
    const session = c.get('session');
    const isAdmin = session.account.role === 'admin';
    const now = deps.clock();
    const today = vietnamDay(now);
    const [channels, counts, due, gaps, waiting, formed, since, week, month, facts] = await Promise.all([
      deps.channels(),
      countToWork(deps.db),
      countCallBacks(deps.db, today),
      countOpenGaps(deps.db),
      countTalks(deps.db, { waits: true, now }),
      formedByYear(deps.db),
      firstYear(deps.db),
      outcomesSince(deps.db, daysBefore(now, 7)),
      outcomesSince(deps.db, daysBefore(now, 30)),
      readFacts(deps.db),
    ]);
    const works = mayWork(session.account);
    const oldest = works ? await longestNew(deps, counts.get('new') ?? 0) : undefined;
    const ill = channels.filter((ch) => ch.state && !ch.state.ok);
    const missing = factKeys.filter((k) => !facts.get(k));
    return c.html(
      page(
        session,
        { title: 'Tổng quan', at: '/can-bo', notice: c.req.query('ok') ? 'Đã lưu.' : undefined },
        ill.length > 0
          ? html`<p class="warn" role="alert">Kênh cần xem ngay: <a href="/can-bo/kenh">${ill.map((ch) => channelWords[ch.channel]).join(', ')}</a>.</p>`
          : '',
        missing.length > 0
          ? html`<p class="warn">Còn thiếu thông tin đơn vị: ${missing.map((k) => operatorWords[k]).join(', ')}. Khi chưa điền, máy nói thật với dân là chưa có.${isAdmin ? html` <a href="/can-bo/don-vi">Điền ngay</a>` : ''}</p>`
          : '',
        html`<div class="cards">
<a class="count" href="/can-bo/phieu?status=new"><b>${counts.get('new') ?? 0}</b> phiếu mới</a>
<a class="count" href="/can-bo/phieu?status=contacted"><b>${counts.get('contacted') ?? 0}</b> đã liên hệ</a>
<a class="count" href="/can-bo/phieu?status=waiting"><b>${counts.get('waiting') ?? 0}</b> đang chờ</a>
<a class="count" href="/can-bo/phieu?call=due"><b>${due}</b> đến hẹn gọi lại</a>
<a class="count" href="/can-bo/cau-hoi"><b>${gaps}</b> câu hỏi tồn</a>
${works ? html`<a class="count" href="/can-bo/tro-chuyen?xem=cho"><b>${waiting}</b> người chờ cán bộ</a>` : ''}</div>`,
        oldest
          ? html`<p>Gọi trước: <a class="whole" href="/can-bo/phieu/${oldest.id}?status=new">${oldest.code}</a>, phiếu mới chờ lâu nhất, gửi ${sayTime(oldest.createdAt)}.</p>`
          : '',
        works ? await myWork(deps, session.account) : '',
        planSection({ knowledge: deps.knowledge(), today, formed, since }),
        folded(`Máy trả lời thế nào (7 ngày qua: ${sum(week)} lượt)`, outcomes(week, month)),
        isAdmin
          ? html`<p class="by">Đơn vị vận hành: ${facts.get('name') ?? 'chưa điền'}. <a href="/can-bo/don-vi">Sửa thông tin đơn vị</a></p>`
          : '',
      ),
    );
  });
};

/** Whose turn it is: of those nobody has called yet, the one who came first. */
async function longestNew({ db, vault }: DeskDeps, howMany: number): Promise<LeadRow | undefined> {
  if (howMany === 0) return undefined;
  const [first] = await listLeads(db, vault, { status: 'new' }, { limit: 1, offset: howMany - 1 });
  return first;
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

function outcomes(week: ReadonlyMap<string, number>, month: ReadonlyMap<string, number>): Html {
  return table(
    'Số lượt theo kết quả',
    ['Kết quả', '7 ngày', '30 ngày'],
    Object.entries(outcomeWords)
      .filter(([k]) => month.has(k))
      .map(([k, label]) => [label, String(week.get(k) ?? 0), String(month.get(k) ?? 0)]),
    'Chưa có lượt hỏi nào trong 30 ngày.',
  );
}
