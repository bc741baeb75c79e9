// Settled questions put back with one press: the note that says what was settled, and what is said after the press.
import { html } from 'hono/html';
import type { SettledGap } from '../../conversation/store/gaps-settled.ts';
import type { Session } from '../store/sessions.ts';
import { wantedPath } from '../wanted.ts';
import { settledWords } from '../words.ts';
import { form, type Html, nameOf } from './layout.ts';

/** In an address: the moment somebody settled questions, and how many were put back. */
export const settledMark = 'luc';
const countMark = 'dua-lai';

/** Which moment the query of an address names. */
export const settledMoment = (query: Readonly<Record<string, string>>): string => query[settledMark] ?? '';

/**
 * `back`: the page of the desk that stands under the note. Of several questions each can be put back by itself; the note,
 * found by its `moment`, then stays for the others.
 */
export function settledNote(
  session: Session,
  settled: readonly SettledGap[],
  back: string,
  moment: string,
): Html | '' {
  const [first] = settled;
  if (!first) return '';
  const done = settledWords[first.status] ?? '';
  const all = putBackButton(
    session,
    settled.map((g) => g.id),
    back,
  );
  if (settled.length === 1)
    return html`<div class="notice row" role="status"><span>${done}: “${first.question}”.</span>${all}</div>`;
  const here = `${back}${back.includes('?') ? '&' : '?'}${settledMark}=${moment}`;
  return html`<div class="notice"><div class="row" role="status"><span>${done}: ${settled.length} câu.</span>${all}</div>
<details><summary>Chỉ đưa lại một câu</summary><ul>${settled.map((g) => html`<li>“${g.question}” ${putBackButton(session, [g.id], here, { label: 'Đưa lại câu này', about: g.question })}</li>`)}</ul></details></div>`;
}

/** `about`: the question, in the name of a button that stands beside others like it. */
export function putBackButton(
  session: Session,
  ids: readonly string[],
  back: string,
  { label, about }: { label?: string; about?: string } = {},
): Html {
  const words = label ?? (ids.length === 1 ? 'Đưa lại vào câu hỏi tồn' : `Đưa lại cả ${ids.length} câu`);
  return form(
    session,
    '/can-bo/cau-hoi/dua-lai',
    html`<input type="hidden" name="ids" value="${ids.join(',')}"><input type="hidden" name="back" value="${back}"><button class="small"${nameOf(words, about)}>${words}</button>`,
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
