// The talk on the page: one live region that stays, so that a screen reader speaks what is appended to it; the screen and the focus go to the newest answer.
// @ts-check
import { box, nameBox } from './box.js';

export const log = () => /** @type {HTMLElement} */ (document.getElementById('log'));
export const version = () => log().dataset.version ?? '';

/** @param {ParentNode} of */
const turnsIn = (of) => /** @type {HTMLElement[]} */ ([...of.querySelectorAll('.turn[id]')]);
/** Phones that get no newer browser read these scripts too: nothing younger than Chrome 80 and iOS 13.4. @template T @param {readonly T[]} all @returns {T | undefined} */
const lastOf = (all) => all[all.length - 1];
const newest = () => lastOf(turnsIn(log()));

/** Shows the newest answer from its beginning, its question above it where that is short, its choices under it where they fit. */
export function scrollToNewest() {
  const turn = newest();
  if (!turn) return;
  window.scrollTo(0, document.documentElement.scrollHeight);
  const answer = turn.querySelector('.bot') ?? turn;
  if (turn.getBoundingClientRect().top >= 0) return;
  const above = answer.getBoundingClientRect().top - turn.getBoundingClientRect().top;
  if (above < window.innerHeight / 3) turn.scrollIntoView({ block: 'start' });
  else if (answer.getBoundingClientRect().top < 0) answer.scrollIntoView({ block: 'start' });
}

/** Where the link for browsers without script leads; here the place is found without it. @param {ParentNode} page */
export const dropMark = (page) => page.querySelector('#moi')?.removeAttribute('id');

/** False when it is no page of this talk, such as the sign-in page of a public network. What cannot be merged is loaded anew. @param {string} page @param {HTMLElement} [mine] the bubble that this page answers */
export function show(page, mine) {
  try {
    return mergePage(page, mine);
  } catch {
    location.reload();
    return true;
  }
}

/** @param {string} page @param {HTMLElement | undefined} mine */
function mergePage(page, mine) {
  const fresh = new DOMParser().parseFromString(page, 'text/html');
  const freshLog = /** @type {HTMLElement | null} */ (fresh.querySelector('#log'));
  if (!freshLog) return false;
  if (!mine && freshLog.dataset.version === version()) return true;
  const held = document.activeElement;
  dropMark(fresh);
  merge(freshLog, mine);
  log().dataset.version = freshLog.dataset.version ?? '';
  nameBox(fresh);
  showAwaits(fresh);
  showChoices(fresh, mine);
  moveFocus(held, mine);
  scrollToNewest();
  return true;
}

/** @param {HTMLElement} freshLog @param {HTMLElement | undefined} mine */
function merge(freshLog, mine) {
  const turns = turnsIn(freshLog);
  const ids = new Set(turns.map((t) => t.id));
  for (const old of [...log().children])
    if (!old.classList.contains('unsent') && !ids.has(old.id)) old.remove();
  const answered = lastOf(turns.filter((t) => t.querySelector('.me') && !document.getElementById(t.id)));
  if (mine && answered) {
    const first = log().querySelector('.unsent');
    if (first !== mine) log().insertBefore(mine, first);
    mine.classList.remove('unsent');
  } else mine?.remove();
  let passed = false;
  for (const turn of turns) {
    const here = document.getElementById(turn.id);
    if (turn === answered && mine) {
      passed = true;
      adopt(mine, turn);
    } else if (here) renew(here, turn);
    else log().insertBefore(turn, mine && answered && !passed ? mine : log().querySelector('.unsent'));
  }
}

/** The bubble becomes the turn: its answer is appended, so that one's own words are not read out once more. @param {HTMLElement} bubble @param {HTMLElement} turn */
function adopt(bubble, turn) {
  const own = bubble.querySelector('.me');
  for (const part of [...bubble.children]) if (part !== own) part.remove();
  for (const part of [...turn.children])
    if (!part.classList.contains('me')) bubble.append(part);
    else if (part.outerHTML !== own?.outerHTML) own?.replaceWith(part);
  bubble.id = turn.id;
  bubble.className = turn.className;
}

/** Choices go with the newest answer; what is personal is masked once the talk went on; that is no news to be read out. @param {HTMLElement} here @param {HTMLElement} turn */
function renew(here, turn) {
  here.setAttribute('aria-live', 'off');
  const words = (/** @type {Element} */ of) => [...of.children].map((c) => c.outerHTML).join('');
  if (!turn.querySelector('.offered')) here.querySelector('.offered')?.remove();
  if (words(here) === words(turn)) return;
  here.textContent = '';
  here.append(...turn.childNodes);
}

/** A line that stays, so that a change of it is read out and nothing else is. @param {Document} fresh */
function showAwaits(fresh) {
  const here = document.getElementById('cho');
  const told = fresh.getElementById('cho')?.textContent ?? '';
  if (here && here.textContent !== told) here.textContent = told;
}

/** @param {Document} fresh @param {HTMLElement | undefined} mine */
function showChoices(fresh, mine) {
  const next = /** @type {HTMLElement | null} */ (fresh.querySelector('#chon'));
  const old = document.getElementById('chon');
  const labels = (/** @type {Element | null} */ of) =>
    [...(of?.querySelectorAll('button') ?? [])].map((b) => `${b.value} ${b.textContent}`).join('\n');
  if (next && old && labels(next) === labels(old)) return;
  const chosen = document.activeElement instanceof HTMLButtonElement ? document.activeElement.value : '';
  const inside = old?.contains(document.activeElement);
  old?.remove();
  if (!next) return;
  document.getElementById('hoi')?.before(next);
  // Somebody who goes through the choices by keyboard keeps their place when staff write.
  if (inside && !mine) [...next.querySelectorAll('button')].find((b) => b.value === chosen)?.focus();
}

/** After a choice to the answer, never to nowhere; whoever is typing goes on typing. @param {Element | null} held @param {HTMLElement | undefined} mine */
function moveFocus(held, mine) {
  const nowhere = document.activeElement === document.body;
  const lost = nowhere && held !== null && held !== document.body;
  const tapped = mine?.dataset.tapped !== undefined && document.activeElement !== box();
  if (!lost && !tapped) return;
  const turn = newest();
  const answer = /** @type {HTMLElement | null} */ (turn?.querySelector('.bot') ?? null);
  (answer ?? box()).focus({ preventScroll: true });
}
