// What is published and how it stands today, what has lapsed or is due for review, and a place to try a question as of a day.
import { html, raw } from 'hono/html';
import { z } from 'zod';
import { type Answer, answerWith } from '../../knowledge/answer.ts';
import { sayCitations } from '../../knowledge/citations.ts';
import { dueWithin, dueWords } from '../../knowledge/due.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import { Day } from '../../knowledge/schema/fields.ts';
import { withDrafts } from '../../knowledge/with-drafts.ts';
import { sayDate, vietnamDay } from '../../language/dates.ts';
import { fold } from '../../language/fold.ts';
import type { Pages } from '../deps.ts';
import { outcomeWords, validityWords } from '../words.ts';
import { type Html, messagePage, page, table } from './layout.ts';

const Try = z.object({
  q: z.string().trim().max(500).optional().catch(undefined),
  ngay: z.string().trim().max(40).catch(''),
  /** Words of a card's title. */
  tim: z.string().trim().max(100).catch(''),
  /** Within how many days what comes due is listed. */
  han: z.coerce.number().int().min(1).max(3650).catch(90),
});

export const knowledgePages: Pages = (app, deps) => {
  app.get('/kho', (c) => {
    const k = deps.knowledge();
    const today = vietnamDay(deps.clock());
    const query = Try.parse(c.req.query());
    const asked = Day.safeParse(query.ngay || today);
    const day = asked.success ? asked.data : today;
    const warn = asked.success
      ? undefined
      : `Chưa thử được theo ngày “${query.ngay}”: ${asked.error.issues[0]?.message}.`;
    const published = [...k.cards.values()];
    const standing = published.map((card) => ({ card, answer: answerWith(k, card.id, today) }));
    const lapsed = standing.filter(
      (s) => s.answer && (s.answer.validity === 'ended' || s.answer.partly.length > 0),
    );
    const due = dueWithin(k, today, query.han);
    const wanted = fold(query.tim);
    const found = standing.filter((s) => fold(s.card.title).includes(wanted));
    const drafts = [...k.drafts.values()];
    const link = (id: string, title: string): Html => html`<a href="/can-bo/kho/${id}">${title}</a>`;
    return c.html(
      page(
        c.get('session'),
        { title: 'Kho kiến thức', at: '/can-bo/kho', warn },
        html`<form method="get" action="/can-bo/kho" class="filters"><label class="wide">Thử một câu hỏi<input name="q" maxlength="500" value="${query.q ?? ''}"></label>
<label>Theo quy định ngày<input type="date" name="ngay" value="${day}"></label><button>Thử</button></form>`,
        query.q && !warn ? tried(deps.tryQuestion(query.q, day), day) : '',
        html`<p class="hint">Bản kho ${k.edition}: ${published.length} thẻ, ${k.documents.size} văn bản, ${k.provisions.size} điều khoản.</p>
<details class="fold"><summary>Đã qua hoặc qua một phần (${lapsed.length})</summary>${table(
          'Thẻ có quy định đã qua',
          ['Thẻ', 'Tình trạng', 'Dựa trên'],
          lapsed.map((s) => [
            link(s.card.id, s.card.title),
            s.answer?.partly.length ? 'qua một phần' : 'đã qua',
            [...new Set(s.answer?.citations.map((x) => x.document.short))].join(', '),
          ]),
          'Không có thẻ nào.',
        )}</details>`,
        html`<h2 id="den-han">Đến hạn trong ${query.han} ngày (${due.length})</h2>
<form method="get" action="/can-bo/kho#den-han" class="filters"><label>Trong số ngày<input type="number" name="han" min="1" max="3650" value="${query.han}"></label><button>Xem</button></form>`,
        table(
          'Thẻ, văn bản và mức đến hạn',
          ['Ngày', 'Việc', 'Thẻ hoặc văn bản'],
          due.map((d) => [sayDate(d.day), dueWords[d.why], d.card ? link(d.card, d.what) : d.what]),
          'Chưa có gì đến hạn.',
        ),
        drafts.length > 0 ? html`<h2 id="ban-nhap">Bản nháp (${drafts.length})</h2>` : '',
        ...topics(
          k,
          wanted !== '',
          drafts
            .filter((card) => fold(card.title).includes(wanted))
            .map((card) => ({ topic: card.topic, id: card.id, title: card.title, validity: '' })),
        ),
        html`<h2 id="da-dang">Đã đăng (${published.length})</h2>
<form method="get" action="/can-bo/kho#da-dang" class="filters"><label class="wide">Tìm thẻ theo tên<input type="search" name="tim" maxlength="100" value="${query.tim}"></label><button>Tìm</button></form>
${query.tim ? html`<p class="meta" role="status">${found.length} thẻ có “${query.tim}” trong tên. <a href="/can-bo/kho#da-dang">Xem tất cả</a></p>` : ''}`,
        ...topics(
          k,
          wanted !== '',
          found.map((s) => ({
            topic: s.card.topic,
            id: s.card.id,
            title: s.card.title,
            validity: standingWords(s.card, s.answer),
          })),
        ),
      ),
    );
  });

  app.get('/kho/:id', (c) => {
    const k = deps.knowledge();
    const today = vietnamDay(deps.clock());
    const id = c.req.param('id');
    const answer = answerWith(k.drafts.has(id) ? withDrafts(k) : k, id, today);
    if (!answer)
      return c.html(
        messagePage('Không có thẻ này', 'Thẻ có thể đã đổi tên.', { href: '/can-bo/kho', label: 'Về kho' }),
        404,
      );
    const { card } = answer;
    return c.html(
      page(
        c.get('session'),
        { title: card.title, at: '/can-bo/kho' },
        html`<p><b>${answer.answer}</b></p><ul>${answer.details.map((d) => html`<li>${d}</li>`)}</ul>${answer.next ? html`<p>${answer.next}</p>` : ''}
<dl class="facts"><dt>Tình trạng</dt><dd>${standingWords(card, answer)}</dd><dt>Duyệt</dt><dd>${card.reviewer}; xem lại trước ${sayDate(card.review_by)}</dd>
<dt>Tệp</dt><dd>cards/${card.topic}/${card.id}.yaml</dd></dl><h2>Căn cứ</h2>
${
  answer.citations.length === 0
    ? html`<p class="empty">Thẻ này không dẫn điều khoản nào.</p>`
    : html`<ul>${answer.citations.map(
        (x) => html`<li>${sayCitations([x])[0] ?? ''}<blockquote>${x.provision.words}</blockquote>
<span class="meta">${x.provision.source}; ${x.provision.confidence === 'two-sources' ? 'hai nguồn' : 'một nguồn'}${x.provision.summary ? '; tóm tắt' : ''}</span></li>`,
      )}</ul>`
}
<h2>Cách hỏi (${card.asks.length})</h2><ul>${card.asks.map((a) => html`<li>${a}</li>`)}</ul>`,
      ),
    );
  });
};

/** One word for how a card stands, wherever it is shown. */
function standingWords(card: Card, answer: Answer | undefined): string {
  if (card.known === false) return 'chưa có căn cứ';
  if (answer?.partly.length) return 'qua một phần';
  return validityWords[answer?.validity ?? 'unknown'] ?? '';
}

type Row = { topic: string; id: string; title: string; validity: string };

/** In the curators' order; open where they were searched for. */
function topics(k: Knowledge, open: boolean, rows: readonly Row[]): Html[] {
  const by = Map.groupBy(rows, (r) => r.topic);
  return [...new Set([...k.topics.keys(), ...by.keys()])].flatMap((topic) => {
    const cards = by.get(topic);
    if (!cards) return [];
    return html`<details${open ? raw(' open') : ''}><summary>${k.topics.get(topic)?.title ?? topic} (${cards.length})</summary><ul>${cards.map((r) => html`<li><a href="/can-bo/kho/${r.id}">${r.title}</a> <span class="meta">${r.validity}</span></li>`)}</ul></details>`;
  });
}

function tried(
  shown: {
    outcome: string;
    text: string;
    answers: readonly { card: string; title: string; validity: string }[];
    choices: readonly { label: string }[];
  },
  day: string,
): Html {
  return html`<section class="tried" aria-label="Kết quả thử"><p class="meta">Theo ngày ${sayDate(day)} · ${outcomeWords[shown.outcome] ?? shown.outcome}
${shown.answers.map((a) => html` · <a href="/can-bo/kho/${a.card}">${a.title}</a> (${validityWords[a.validity] ?? a.validity})`)}</p>
<p class="reply">${shown.text}</p>${shown.choices.length ? html`<p class="meta">Lựa chọn: ${shown.choices.map((x) => x.label).join(' · ')}</p>` : ''}</section>`;
}
