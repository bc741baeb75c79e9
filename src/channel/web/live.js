// Listens for what comes by itself: staff's answers, and what was said in another tab.
// @ts-check
import { log, show, version } from './talk.js';

const againMs = 10_000;
/** @type {EventSource | undefined} */
let line;
let fetching = false;

/** Opened once there is a talk to listen to: before the first message the server knows nobody to tell. @param {() => boolean} busy */
export function listen(busy) {
  if (line || !window.EventSource || !log().querySelector('.turn[id]')) return;
  const source = new EventSource(`/chat/live?seen=${version()}`);
  line = source;
  /** Each sign of life names the talk's version, so that a page which could not be fetched once is fetched then. @param {MessageEvent} event */
  const heard = (event) => {
    if (event.lastEventId !== version() && !busy()) refresh(busy);
  };
  source.addEventListener('changed', heard);
  source.addEventListener('still', heard);
  source.addEventListener('error', () => {
    if (source.readyState !== EventSource.CLOSED) return;
    line = undefined;
    setTimeout(() => listen(busy), againMs);
  });
}

/** @param {() => boolean} busy */
function refresh(busy) {
  if (fetching) return;
  fetching = true;
  const before = version();
  fetch('/')
    .then((page) => page.text())
    // What was sent meanwhile has been answered with a newer page: this one would take that answer off the screen.
    .then((page) => busy() || before !== version() || show(page))
    .catch(() => undefined)
    .finally(() => {
      fetching = false;
    });
}
