// Makes the plain page feel live: sends without reloading, and shows what staff write. Without this file everything still works.
// @ts-check
import { box, openBox, write } from './box.js';
import { listen } from './live.js';
import { isSending, isWaiting, resume, send } from './send.js';
import { dropMark, scrollToNewest } from './talk.js';

/** A hand that taps twice means once: by the second tap the next question's choices may stand where the first one's stood. */
const onceMs = 600;
let tappedAt = Number.NEGATIVE_INFINITY;
/** Every submit follows a press; before iOS 15.4 it does not say of which button. @type {Element | null} */
let pressed = null;

document.addEventListener('click', (event) => {
  pressed = event.target instanceof Element ? event.target.closest('button') : null;
  // A press by keyboard has no place: the focus has gone to the answer by then.
  if (
    event.detail === 0 ||
    !(event.target instanceof Element) ||
    !event.target.closest('form.choices button')
  )
    return;
  if (event.timeStamp - tappedAt < onceMs) event.preventDefault();
  tappedAt = event.timeStamp;
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.action !== `${location.origin}/chat`) return;
  event.preventDefault();
  if (pressed instanceof HTMLButtonElement && pressed.name && pressed.form === form) {
    const { name, value } = pressed;
    if (isWaiting(value)) return;
    const said = pressed.textContent ?? '';
    send(name === 'choose' ? { choose: value, said } : { text: value, said });
    return;
  }
  const text = box().value.trim();
  if (!text) return;
  write('');
  send({ text, said: text });
});

document.addEventListener('keydown', (event) => {
  const typed = event.target;
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !(typed instanceof HTMLTextAreaElement))
    return;
  event.preventDefault();
  typed.form?.querySelector('button')?.click();
});

const hear = () => listen(isSending);
openBox();
dropMark(document);
scrollToNewest();
resume(hear);
hear();
