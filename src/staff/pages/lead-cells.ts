// A lead's name, number and state as lists and pages show them, by who may see what.
import { html } from 'hono/html';
import { saidWithoutOwn } from '../../conversation/turn/without-own.ts';
import { sayPhone } from '../../language/phones.ts';
import { callBackState } from '../../leads/call-back.ts';
import { stateOf } from '../../leads/lead.ts';
import type { LeadRow } from '../../leads/store/list.ts';
import type { Role } from '../store/accounts.ts';
import { callBackWords, leadStateWords, sayShortDay } from '../words.ts';
import type { Html, Part } from './layout.ts';

/** Viewers see that a lead is there, not whose it is. */
export const shownName = (r: LeadRow, role: Role): string =>
  r.erased ? '(đã xóa)' : role === 'viewer' ? '•••' : (r.name ?? '');

export function shownPhone(r: LeadRow, role: Role): Part {
  if (!r.phone || r.erased) return '';
  return role === 'viewer' ? '•••' : html`<a class="whole" href="tel:${r.phone}">${sayPhone(r.phone)}</a>`;
}

/** A line the person typed freely may name somebody: viewers read it with names and numbers taken out. */
export function shownLine(text: string | undefined, r: LeadRow, role: Role): string {
  if (!text || role !== 'viewer') return text ?? '';
  const names = r.name ? [r.name] : [];
  return saidWithoutOwn(text, { names, told: names, phones: [], open: true });
}

/** The state and, below it, the day of a promised call. */
export function shownState(r: LeadRow, today: string): Html {
  const state = html`<span class="status ${stateOf(r)}">${leadStateWords[stateOf(r)]}</span>`;
  return r.callBackOn ? html`<span>${state}<br>${shownCallBack(r.callBackOn, today)}</span>` : state;
}

export function shownCallBack(day: string, today: string): Html {
  const state = callBackState(day, today);
  const words = `${callBackWords[state]}${state === 'today' ? '' : ` ${sayShortDay(day)}`}`;
  return state === 'later' ? html`<span>${words}</span>` : html`<b class="wants">${words}</b>`;
}
