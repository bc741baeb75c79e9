// The history of a lead, latest first: what its person and staff did, why, and what staff wrote to the person.
import { html } from 'hono/html';
import { plainText } from '../../conversation/message.ts';
import type { KeptTurn } from '../../conversation/store/turns.ts';
import type { LeadEvent } from '../../leads/store/review.ts';
import { callBackChange, eventWords, partWords, statusWords } from '../words.ts';
import { type Html, sayTime } from './layout.ts';

/** Viewers see what was done, not the words of it. */
export function historyList(
  events: readonly LeadEvent[],
  said: readonly KeptTurn[],
  names: Map<string, string>,
  viewer: boolean,
): Html {
  const messages = said.map((t) => ({
    at: t.at,
    actor: t.staffId ?? '',
    kind: 'said',
    from: null,
    to: null,
    body: t.replies.map(plainText).join('\n'),
  }));
  const all = [...events, ...messages].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  if (all.length === 0) return html`<p class="empty">Chưa có gì.</p>`;
  return html`<ol class="history">${all.map(
    (
      e,
    ) => html`<li><time datetime="${e.at}">${sayTime(e.at)}</time> <b>${eventWords[e.kind] ?? e.kind}</b>${changeWords(e, names)}
${names.has(e.actor) ? html` <span class="by">· do ${names.get(e.actor) ?? ''}</span>` : ''}${e.body && !viewer ? html`<p>${e.body}</p>` : ''}</li>`,
  )}</ol>`;
}

/** Of what a person erased only that something was done is left. */
function changeWords(e: LeadEvent, names: Map<string, string>): string {
  if (e.to === null) return '';
  const status = (value: string | null): string => statusWords[value as keyof typeof statusWords] ?? '';
  if (e.kind === 'status')
    return e.from === e.to ? `: vẫn ${status(e.to)}` : `: ${status(e.from)} → ${status(e.to)}`;
  if (e.kind === 'assigned') return `: ${e.to ? (names.get(e.to) ?? '') : 'chưa giao'}`;
  if (e.kind === 'call-back') return `: ${callBackChange(e.to)}`;
  if (e.kind === 'grouped') return `: nhóm ${e.to} phiếu`;
  if (e.kind === 'ungrouped' && partWords[e.to]) return `: ${partWords[e.to]}`;
  return '';
}
