// Makes the plain page feel live: sends without reloading, and shows what staff write. Without this file everything still works.
// @ts-check

const log = () => /** @type {HTMLElement | null} */ (document.getElementById('log'));

/** Shows the newest turn from its beginning, and the choices under it where both fit. */
function scrollToNewest() {
  window.scrollTo(0, document.documentElement.scrollHeight);
  const newest = document.querySelector('.turn:last-child');
  if (newest && newest.getBoundingClientRect().top < 0) newest.scrollIntoView({ block: 'start' });
}

/** Replaces the talk by the one in a freshly fetched page. @param {string} page */
function show(page) {
  const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('main');
  const old = document.querySelector('main');
  if (!fresh || !old) return;
  // What is shown already stays, and with it the place of somebody who goes through the choices by keyboard.
  const version = /** @type {HTMLElement | null} */ (fresh.querySelector('#log'))?.dataset.version;
  if (version && version === log()?.dataset.version && !document.querySelector('.waiting')) return;
  const chosen = document.activeElement instanceof HTMLButtonElement ? document.activeElement.value : '';
  const typed = /** @type {HTMLTextAreaElement | null} */ (document.getElementById('text'))?.value ?? '';
  const focused = document.activeElement?.id === 'text';
  old.replaceWith(fresh);
  const box = /** @type {HTMLTextAreaElement | null} */ (document.getElementById('text'));
  if (box && typed) box.value = typed;
  if (box && focused) box.focus();
  if (chosen)
    for (const button of fresh.querySelectorAll('button'))
      if (button.value === chosen) {
        button.focus();
        break;
      }
  scrollToNewest();
  listen();
}

/** @type {EventSource | undefined} */
let live;
/** Opened once there is a talk to listen to: before the first message the server knows nobody to tell. */
function listen() {
  if (live || !window.EventSource || !document.querySelector('.turn')) return;
  live = new EventSource(`/chat/live?seen=${log()?.dataset.version ?? ''}`);
  live.addEventListener('changed', () => {
    fetch('/')
      .then((page) => page.text())
      .then((page) => sending === 0 && show(page))
      .catch(() => undefined);
  });
}

/** As the server makes them; `randomUUID` is missing on plain http. */
const freshId = () =>
  [...crypto.getRandomValues(new Uint8Array(15))].map((b) => b.toString(16).padStart(2, '0')).join('');

/** Messages on their way; they go one after the other, each with an id of its own. */
let sending = 0;
/** @type {Promise<void>} */
let last = Promise.resolve();

/** @param {string} text */
function fail(text) {
  document.querySelector('.waiting')?.remove();
  const line = document.createElement('p');
  line.className = 'error';
  line.setAttribute('role', 'alert');
  line.textContent = text;
  document.getElementById('hoi')?.before(line);
}

/** @param {FormData} data @param {string} said */
async function send(data, said) {
  document.querySelector('.error')?.remove();
  const mine = document.createElement('div');
  mine.className = 'me';
  mine.textContent = said;
  const waiting = document.createElement('div');
  waiting.className = 'waiting';
  waiting.textContent = 'Đang trả lời…';
  log()?.append(mine, waiting);
  waiting.scrollIntoView({ block: 'end' });
  let trouble = 'Mạng chập chờn, tin chưa gửi được. Bạn bấm “Gửi” lại giúp tôi.';
  for (let tries = 0; tries < 3; tries++) {
    try {
      const body = new URLSearchParams(
        /** @type {[string, string][]} */ ([...data.entries()].map(([k, v]) => [k, String(v)])),
      );
      const answer = await fetch('/chat', { method: 'POST', body });
      if (answer.ok) return show(await answer.text());
      if (answer.status === 429) trouble = 'Bạn gửi nhanh quá, chờ một chút rồi gửi lại nhé.';
      else if (answer.status >= 500)
        trouble = 'Máy đang gặp trục trặc nên chưa nhận được tin. Bạn chờ một phút rồi bấm “Gửi” lại.';
      else {
        trouble = 'Tin chưa đúng hoặc dài quá. Bạn gửi lại ngắn hơn giúp tôi.';
        break;
      }
    } catch {
      // The same hidden message id is sent again: the server drops a repeat.
    }
    await new Promise((wake) => setTimeout(wake, 1000 * (tries + 1)));
  }
  fail(trouble);
  const box = /** @type {HTMLTextAreaElement | null} */ (document.getElementById('text'));
  if (box && !box.value && data.has('text')) box.value = said;
  mine.remove();
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.action !== `${location.origin}/chat`) return;
  event.preventDefault();
  const by = /** @type {SubmitEvent} */ (event).submitter;
  const data = new FormData(form, by instanceof HTMLButtonElement && by.name ? by : null);
  const text = String(data.get('text') ?? '').trim();
  if (!data.has('choose') && !text) return;
  const box = document.getElementById('text');
  if (box instanceof HTMLTextAreaElement && form.getAttribute('id') === 'hoi') box.value = '';
  for (const id of document.querySelectorAll('input[name=id]'))
    if (id instanceof HTMLInputElement) id.value = freshId();
  sending++;
  last = last
    .then(() => send(data, data.has('choose') ? (by?.textContent ?? '') : text))
    .finally(() => {
      sending--;
    });
});

document.addEventListener('keydown', (event) => {
  const box = event.target;
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !(box instanceof HTMLTextAreaElement))
    return;
  event.preventDefault();
  box.form?.requestSubmit();
});

scrollToNewest();
listen();
