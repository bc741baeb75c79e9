// Facts about the unit, for admins: who runs the service, where and when people find it; the bot tells them to farmers.
import { html, raw } from 'hono/html';
import { readForm } from '../../http/read-form.ts';
import type { Pages } from '../deps.ts';
import { only } from '../guard.ts';
import { readFacts, saveFacts } from '../store/operator.ts';
import type { Session } from '../store/sessions.ts';
import { type FactKey, factKeys, longestFact, readFactsForm } from '../unit-facts.ts';
import { operatorWords } from '../words.ts';
import { form, type Html, page } from './layout.ts';

const hints: Partial<Record<FactKey, string>> = {
  phone: 'Máy đọc số này cho dân. Nhiều số thì cách nhau bằng dấu phẩy.',
};

export const unitPages: Pages = (app, deps) => {
  app.get('/don-vi', only('admin'), async (c) =>
    c.html(show(c.get('session'), await readFacts(deps.db), new Map())),
  );

  app.post('/don-vi', only('admin'), async (c) => {
    const session = c.get('session');
    const { facts, problems } = readFactsForm(await readForm(c));
    if (problems.size > 0) return c.html(show(session, new Map(Object.entries(facts)), problems), 400);
    await saveFacts(deps.db, facts, { actor: session.account.id, now: deps.clock() });
    return c.redirect('/can-bo?ok=1', 303);
  });
};

function show(
  session: Session,
  facts: ReadonlyMap<string, string>,
  problems: ReadonlyMap<FactKey, string>,
): Html {
  const wrong = [...problems.keys()].map((key) => operatorWords[key]).join(', ');
  const warn = wrong ? `Chưa lưu, còn dòng phải sửa: ${wrong}.` : undefined;
  return page(
    session,
    { title: 'Thông tin đơn vị', at: '/can-bo/don-vi', warn },
    html`<p class="hint">Máy dùng những dòng này để nói với dân ai vận hành và gặp cán bộ ở đâu. Chỉ ghi điều đã chắc; dòng để trống thì máy nói thật là chưa có.</p>`,
    form(
      session,
      '/can-bo/don-vi',
      html`<div class="stack">${factKeys.map((key) => field(key, facts.get(key) ?? '', problems.get(key)))}<button>Lưu</button></div>`,
    ),
  );
}

function field(key: FactKey, value: string, problem: string | undefined): Html {
  const hint = problem ?? hints[key];
  const more = `${hint ? ` aria-describedby="ve-${key}"` : ''}${problem ? ' aria-invalid="true"' : ''}`;
  return html`<div><label>${operatorWords[key]}<input name="${key}" maxlength="${longestFact}" value="${value}"${raw(more)}></label>
${hint ? html`<span id="ve-${key}" class="${problem ? 'wrong' : 'hint'}">${hint}</span>` : ''}</div>`;
}
