// Brings to the open page of a talk what is said meanwhile; without it the link “Xem tin mới” does the same.
// @ts-check

const everyMs = 5_000;
/** A page that nobody touches any more stops looking, so that the session may end. */
const restMs = 2 * 3_600_000;
let touched = Date.now();
let looking = false;

/** @param {string} id @param {Document} of */
const part = (id, of) => of.getElementById(id);

/** Whoever types or goes through it by keyboard keeps what is there. @param {HTMLElement} here */
const isUntouched = (here) =>
  !here.contains(document.activeElement) &&
  [...here.querySelectorAll('textarea')].every((t) => t.value === t.defaultValue) &&
  [...here.querySelectorAll('input')].every((i) => i.checked === i.defaultChecked);

/** Only what is new is added, so that a screen reader speaks just that; what was erased goes. @param {HTMLElement} here @param {HTMLElement} fresh */
function merge(here, fresh) {
  const [list, turns] = [here.querySelector('.talk'), fresh.querySelector('.talk')];
  if (!list || !turns) return here.replaceChildren(...fresh.childNodes);
  for (const old of [...list.children]) if (!turns.querySelector(`#${old.id}`)) old.remove();
  for (const turn of [...turns.children]) {
    const same = list.querySelector(`#${turn.id}`);
    if (!same) list.append(turn);
    else if (same.outerHTML !== turn.outerHTML) same.replaceWith(turn);
  }
}

/** @param {Document} page */
function show(page) {
  for (const id of ['ai-giu', 'loi', 'tra-loi']) {
    const [here, fresh] = [part(id, document), part(id, page)];
    if (!here || !fresh || here.dataset.version === fresh.dataset.version) continue;
    if (id === 'loi') {
      merge(here, fresh);
      here.dataset.version = fresh.dataset.version ?? '';
    } else if (isUntouched(here)) here.replaceWith(fresh);
  }
}

async function look() {
  if (looking || document.hidden || Date.now() - touched > restMs) return;
  looking = true;
  try {
    const page = await (await fetch(location.pathname)).text();
    show(new DOMParser().parseFromString(page, 'text/html'));
  } catch {
    // The next look may reach the server again.
  } finally {
    looking = false;
  }
}

for (const sign of ['pointerdown', 'keydown']) document.addEventListener(sign, () => (touched = Date.now()));
document.addEventListener('visibilitychange', look);
setInterval(look, everyMs);
