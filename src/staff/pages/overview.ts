// The first page: what waits, how questions ended, the plan's targets, and what an operator still has to fill in.
import { html } from 'hono/html';
import { sql } from 'kysely';
import { z } from 'zod';
import { outcomesSince } from '../../conversation/store/staff-side.ts';
import { audit } from '../../database/audit.ts';
import { planName } from '../../knowledge/targets.ts';
import { daysBefore } from '../../leads/retention.ts';
import { countByStatus } from '../../leads/store/list.ts';
import type { DeskDeps, Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { channelWords, operatorWords, outcomeWords, statusWords } from '../words.ts';
import { form, type Html, page, table } from './layout.ts';

const Facts = z.object(
  Object.fromEntries(Object.keys(operatorWords).map((k) => [k, z.string().trim().max(200).default('')])),
);

export const overviewPages: Pages = (app, deps) => {
  app.get('/', async (c) => {
    const session = c.get('session');
    const now = deps.clock();
    const [channels, counts, gaps, week, month, facts] = await Promise.all([
      deps.channels(),
      countByStatus(deps.db, deps.vault, {}),
      deps.db
        .selectFrom('gap')
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('status', '=', 'open')
        .where('question', '!=', '')
        .executeTakeFirst(),
      outcomesSince(deps.db, daysBefore(now, 7)),
      outcomesSince(deps.db, daysBefore(now, 30)),
      operatorFacts(deps),
    ]);
    const ill = channels.filter((ch) => ch.state && !ch.state.ok);
    const missing = Object.keys(operatorWords).filter((k) => !facts.get(k));
    return c.html(
      page(
        session,
        { title: 'Tổng quan', at: '/can-bo', notice: c.req.query('ok') ? 'Đã lưu.' : undefined },
        missing.length > 0
          ? html`<p class="warn">Còn thiếu thông tin đơn vị: ${missing.map((k) => operatorWords[k]).join(', ')}. Khi chưa điền, máy nói thật với dân là chưa có.</p>`
          : '',
        ill.length > 0
          ? html`<p class="warn" role="alert">Kênh cần xem ngay: <a href="/can-bo/kenh">${ill.map((ch) => channelWords[ch.channel]).join(', ')}</a>.</p>`
          : '',
        html`<div class="cards">
<a class="count" href="/can-bo/phieu?status=new"><b>${counts.get('new') ?? 0}</b> phiếu mới</a>
<a class="count" href="/can-bo/phieu?status=contacted"><b>${counts.get('contacted') ?? 0}</b> đã liên hệ</a>
<a class="count" href="/can-bo/phieu?status=waiting"><b>${counts.get('waiting') ?? 0}</b> đang chờ</a>
<a class="count" href="/can-bo/cau-hoi"><b>${Number(gaps?.n ?? 0)}</b> câu hỏi tồn</a></div>`,
        html`<h2>Máy trả lời thế nào</h2>`,
        table(
          'Số lượt theo kết quả',
          ['Kết quả', '7 ngày', '30 ngày'],
          Object.entries(outcomeWords)
            .filter(([k]) => month.has(k))
            .map(([k, label]) => [label, String(week.get(k) ?? 0), String(month.get(k) ?? 0)]),
          'Chưa có lượt hỏi nào trong 30 ngày.',
        ),
        html`<h2>Chỉ tiêu ${planName(deps.knowledge())}</h2><p class="hint">Sổ tổ hợp tác, hợp tác xã đã thành lập chưa có ở bản này nên chưa so được với chỉ tiêu; phiếu nguyện vọng không phải là tổ chức đã lập.
Đến nay có ${counts.get('formed') ?? 0} phiếu được đánh dấu “${statusWords.formed}”.</p>`,
        table(
          'Chỉ tiêu',
          ['Chỉ tiêu', 'Thời hạn', 'Mức'],
          deps
            .knowledge()
            .targets.map((t) => [t.title, t.when === 'year' ? 'mỗi năm' : `đến ${t.when}`, t.at_least]),
          'Kho chưa ghi chỉ tiêu nào.',
        ),
        session.account.role === 'admin' ? factsForm(session, facts) : '',
      ),
    );
  });

  app.post('/don-vi', only('admin'), async (c) => {
    const post = Facts.parse(await c.req.parseBody());
    const { account } = c.get('session');
    const now = deps.clock();
    await deps.db.transaction().execute(async (trx) => {
      for (const [key, value] of Object.entries(post)) {
        await trx
          .insertInto('operator')
          .values({ key, value: String(value), updated_at: now.toISOString(), updated_by: account.id })
          .onConflict((o) =>
            o.column('key').doUpdateSet({
              value: sql`excluded.value`,
              updated_at: sql`excluded.updated_at`,
              updated_by: sql`excluded.updated_by`,
            }),
          )
          .execute();
      }
      await audit(trx, now, { actor: account.id, action: 'operator.facts', subject: 'operator' });
    });
    return c.redirect('/can-bo?ok=1', 303);
  });
};

async function operatorFacts(deps: DeskDeps): Promise<Map<string, string>> {
  const rows = await deps.db.selectFrom('operator').select(['key', 'value']).execute();
  return new Map(rows.filter((r) => r.value !== '').map((r) => [r.key, r.value]));
}

function factsForm(session: Parameters<typeof form>[0], facts: Map<string, string>): Html {
  return html`<h2 id="don-vi">Thông tin đơn vị</h2><p class="hint">Máy dùng những dòng này để nói với dân ai vận hành và gặp cán bộ ở đâu. Chỉ ghi điều đã chắc.</p>
${form(session, '/can-bo/don-vi', html`<div class="stack">${Object.entries(operatorWords).map(([key, label]) => html`<label>${label}<input name="${key}" maxlength="200" value="${facts.get(key) ?? ''}"></label>`)}<button>Lưu</button></div>`)}`;
}
