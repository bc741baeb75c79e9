// Settled questions put back with one press: the note that says what was settled, and what is said after the press.
import { html } from 'hono/html';
import type { SettledGap } from '../../conversation/store/gaps-settled.ts';
import type { Session } from '../store/sessions.ts';
import { wantedPath } from '../wanted.ts';
import { settledWords } from '../words.ts';
import { form, type Html } from './layout.ts';

/** In an address: the moment somebody settled questions, and how many were put back. */
export const settledMark = 'luc';
const countMark = 'dua-lai';

/** `back`: the page of the desk that stands under the note. */
export function settledNote(session: Session, settled: readonly SettledGap[], back: string): Html | '' {
  const [first] = settled;
  if (!first) return '';
  const what = settled.length === 1 ? html`“${first.question}”` : `${settled.length} câu`;
  return html`<div class="notice row" role="status"><span>${settledWords[first.status] ?? ''}: ${what}.</span>${putBackButton(
    session,
    settled.map((g) => g.id),
    back,
  )}</div>`;
}

export function putBackButton(session: Session, ids: readonly string[], back: string): Html {
  return form(
    session,
    '/can-bo/cau-hoi/dua-lai',
    html`<input type="hidden" name="ids" value="${ids.join(',')}"><input type="hidden" name="back" value="${back}"><button class="small">Đưa lại vào câu hỏi tồn</button>`,
  );
}

export function putBackTo(back: string, count: number): string {
  const path = wantedPath(back);
  return `${path}${path.includes('?') ? '&' : '?'}${countMark}=${count}`;
}

/** What the query of an address says was put back. */
export function putBackWords(query: Readonly<Record<string, string>>): string | undefined {
  const count = query[countMark];
  if (count === undefined) return undefined;
  return Number(count) > 0
    ? `Đã đưa lại ${Number(count)} câu vào câu hỏi tồn.`
    : 'Không có câu nào để đưa lại: đã có người đưa lại rồi, hoặc người hỏi đã xóa thông tin.';
}
