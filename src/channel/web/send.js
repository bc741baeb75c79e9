// Sends messages one after the other, each in a bubble of its own that stays with its words and its own retry until the server has it.
// @ts-check
import { box, write } from './box.js';
import { keepUnsent, keptUnsent } from './kept.js';
import { log, show } from './talk.js';

/** @typedef {import('./kept.js').Message} Message */

const mostTries = 4;
const longestMs = 30_000;
/** After a reload what is younger is sent again by itself: the server drops a repeat. */
const freshMs = 10 * 60_000;

const words = {
  waiting: 'Đang trả lời…',
  again: 'Mạng chậm, đang gửi lại…',
  network: 'mạng chập chờn.',
  fast: 'bạn gửi nhanh quá, chờ một chút rồi gửi lại nhé.',
  fault: 'máy đang gặp trục trặc. Bạn chờ một phút rồi gửi lại.',
  wrong: 'tin chưa đúng hoặc dài quá. Bạn sửa lại ngắn hơn giúp tôi.',
  left: 'trang đã đóng trước khi tin đi.',
};

/** Every message the server does not have yet, in the order of the bubbles. @type {Map<HTMLElement, Message>} */
const unsent = new Map();
/** @type {Promise<void>} */
let last = Promise.resolve();
/** @type {() => void} */
let afterSent = () => undefined;

export const isSending = () => log().querySelector('.unsent .waiting') !== null;
/** Whether this very button was pressed and its answer is still to come. @param {string} value */
export const isWaiting = (value) =>
  [...unsent].some(([bubble, m]) => (m.choose ?? m.text) === value && bubble.querySelector('.waiting'));
const keep = () => keepUnsent([...unsent.values()]);

/** As the server makes them; `randomUUID` is missing on plain http. */
const freshId = () =>
  [...crypto.getRandomValues(new Uint8Array(15))].map((b) => b.toString(16).padStart(2, '0')).join('');

/** @param {string} kind @param {string} text */
function line(kind, text) {
  const p = document.createElement('p');
  p.className = kind;
  p.textContent = text;
  return p;
}

/** @param {Message} message */
function makeBubble(message) {
  const bubble = document.createElement('div');
  bubble.className = 'turn unsent';
  bubble.tabIndex = -1;
  const me = document.createElement('div');
  me.className = 'me';
  const who = document.createElement('span');
  who.className = 'hidden';
  who.textContent = 'Bạn: ';
  me.append(who, message.said);
  bubble.append(me);
  if (message.choose !== undefined) bubble.dataset.tapped = '';
  log().append(bubble);
  unsent.set(bubble, message);
  keep();
  return bubble;
}

/** @param {{ text?: string, choose?: string, said: string }} said */
export function send(said) {
  document.querySelector('main > .error')?.remove();
  const bubble = makeBubble({ ...said, id: freshId(), at: Date.now() });
  enqueue(bubble);
}

/** @param {HTMLElement} bubble */
function enqueue(bubble) {
  setState(bubble, [line('waiting', words.waiting)]);
  last = last.then(() => attempt(bubble)).catch(() => undefined);
}

/** @param {HTMLElement} bubble @param {readonly HTMLElement[]} parts */
function setState(bubble, parts) {
  for (const part of [...bubble.children]) if (!part.classList.contains('me')) part.remove();
  bubble.append(...parts);
  bubble.scrollIntoView({ block: 'end' });
}

/** @param {HTMLElement} bubble */
async function attempt(bubble) {
  const message = unsent.get(bubble);
  // Given up with the one before it: after a name that did not arrive no number may go.
  if (!message || !bubble.querySelector('.waiting')) return;
  let why = words.network;
  for (let tries = 0; tries < mostTries; tries++) {
    if (tries > 0) {
      const waiting = bubble.querySelector('.waiting');
      if (waiting) waiting.textContent = words.again;
      await new Promise((wake) => setTimeout(wake, 1000 * tries));
    }
    const { status, page } = await post(message).catch(() => ({ status: 0, page: '' }));
    if (status === 200 && show(page, bubble)) return received(bubble);
    if (status >= 400 && status < 500 && status !== 429) return fail(bubble, words.wrong);
    why = status === 429 ? words.fast : status >= 500 ? words.fault : words.network;
  }
  for (const waits of unsent.keys()) if (waits.querySelector('.waiting')) fail(waits, why);
}

/** @param {Message} message */
async function post({ id, text, choose }) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), longestMs);
  try {
    const body = new URLSearchParams({ id, ...(choose === undefined ? { text: text ?? '' } : { choose }) });
    const answer = await fetch('/chat', {
      method: 'POST',
      headers: { 'x-by': 'script' },
      body,
      signal: stop.signal,
    });
    return { status: answer.status, page: await answer.text() };
  } finally {
    clearTimeout(timer);
  }
}

/** @param {HTMLElement} bubble */
function received(bubble) {
  unsent.delete(bubble);
  keep();
  afterSent();
}

/** @param {HTMLElement} bubble @param {string} why */
function fail(bubble, why) {
  const message = unsent.get(bubble);
  if (!message) return;
  const short = message.said.length > 40 ? `${message.said.slice(0, 40).trimEnd()}…` : message.said;
  const buttons = document.createElement('div');
  buttons.className = 'choices';
  const add = (/** @type {string} */ label, /** @type {() => void} */ press) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', press);
    buttons.append(button);
  };
  add('Gửi lại', () => {
    bubble.dataset.tapped = '';
    bubble.focus({ preventScroll: true });
    enqueue(bubble);
  });
  add(message.choose === undefined ? 'Sửa lại' : 'Bỏ', () => takeBack(bubble, message));
  setState(bubble, [line('error', `Chưa gửi được “${short}”: ${why}`), buttons]);
}

/** The words go back into the box, before what stands there. @param {HTMLElement} bubble @param {Message} message */
function takeBack(bubble, message) {
  if (message.text !== undefined) write([message.text, box().value].filter((t) => t !== '').join('\n'));
  bubble.remove();
  unsent.delete(bubble);
  keep();
  box().focus();
}

/** What an earlier page of this tab could not send; and once the network is back, all that failed, in order. @param {() => void} then */
export function resume(then) {
  afterSent = then;
  for (const message of keptUnsent()) {
    const bubble = makeBubble(message);
    if (Date.now() - message.at < freshMs) enqueue(bubble);
    else fail(bubble, words.left);
  }
  window.addEventListener('online', () => {
    for (const [bubble, message] of unsent)
      if (!bubble.querySelector('.waiting') && Date.now() - message.at < freshMs) enqueue(bubble);
  });
}
