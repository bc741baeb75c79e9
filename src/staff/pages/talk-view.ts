// A talk as staff read it: words in order with who spoke, how each turn ended; what staff wrote is not masked, and not for viewers.
import { html } from 'hono/html';
import { plainText } from '../../conversation/message.ts';
import type { KeptTurn } from '../../conversation/store/turns.ts';
import { outcomeWords } from '../words.ts';
import { type Html, sayTime } from './layout.ts';

/** Where a turn stands on the page of its talk. */
export const turnPlace = (turnId: string): string => `luot-${turnId}`;
const withheld = '(lời cán bộ nhắn)';

export function talkView(
  turns: readonly KeptTurn[],
  names: Map<string, string>,
  { viewer }: { viewer: boolean },
): Html {
  // Of what a person erased only the times are left: nothing to be read.
  const left = turns.filter((t) => t.said || t.replies.length > 0);
  if (left.length === 0) return html`<p class="empty">Chưa có tin nhắn nào, hoặc người này đã xóa.</p>`;
  return html`<p class="hint">${
    viewer
      ? 'Tên và số điện thoại đã được che.'
      : 'Tên và số điện thoại người dân gõ đã được che; lời cán bộ nhắn thì không che.'
  }</p><ol class="talk">${left.map(
    (t) => html`<li id="${turnPlace(t.id)}">
<p class="meta"><time datetime="${t.at}">${sayTime(t.at)}</time> ${t.staffId ? (names.get(t.staffId) ?? 'Cán bộ') : (outcomeWords[t.outcome] ?? t.outcome)}</p>
${t.said ? html`<p class="said">${spoken('Dân', t.said)}</p>` : ''}${t.replies.map((r) =>
  t.staffId
    ? html`<p class="reply staff">${spoken('Cán bộ', viewer ? withheld : plainText(r))}</p>`
    : html`<p class="reply">${spoken('Máy', plainText(r))}</p>`,
)}</li>`,
  )}</ol>`;
}

const spoken = (who: string, words: string): Html => html`<b class="who">${who}:</b> ${words}`;
