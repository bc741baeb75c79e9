// A talk as staff read it: masked words in order, how each turn ended, who of the staff wrote.
import { html } from 'hono/html';
import { plainText } from '../../conversation/message.ts';
import type { KeptTurn } from '../../conversation/store/turns.ts';
import { outcomeWords } from '../words.ts';
import { type Html, sayTime } from './layout.ts';

export function talkView(turns: readonly KeptTurn[], names: Map<string, string>): Html {
  // Of what a person erased only the times are left: nothing to be read.
  const left = turns.filter((t) => t.said || t.replies.length > 0);
  if (left.length === 0) return html`<p class="empty">Chưa có tin nhắn nào, hoặc người này đã xóa.</p>`;
  return html`<ol class="talk">${left.map(
    (t) => html`<li>
<p class="meta"><time datetime="${t.at}">${sayTime(t.at)}</time> ${t.staffId ? (names.get(t.staffId) ?? 'Cán bộ') : (outcomeWords[t.outcome] ?? t.outcome)}</p>
${t.said ? html`<p class="said">${t.said}</p>` : ''}${t.replies.map((r) => html`<p class="reply${t.staffId ? ' staff' : ''}">${plainText(r)}</p>`)}</li>`,
  )}</ol>`;
}
