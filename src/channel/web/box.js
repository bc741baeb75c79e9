// The box for the next message: what stands in it is kept until it is sent, and it grows with its words.
// @ts-check
import { keepDraft, keptDraft } from './kept.js';

export const box = () => /** @type {HTMLTextAreaElement} */ (document.getElementById('text'));

/** @param {string} text */
export function write(text) {
  box().value = text;
  written();
}

function written() {
  keepDraft(box().value);
  grow();
}

/** Where the style sheet cannot do it. */
function grow() {
  if (CSS.supports('field-sizing', 'content')) return;
  const edges = box().offsetHeight - box().clientHeight;
  box().style.height = 'auto';
  box().style.height = `${box().scrollHeight + edges}px`;
}

/** What is typed, and the place in it, stay; what it is called and which keys help changes. @param {Document} fresh */
export function nameBox(fresh) {
  const next = fresh.getElementById('text');
  const label = box().labels[0];
  if (!next || !label) return;
  for (const name of ['placeholder', 'inputmode', 'autocomplete'])
    box().setAttribute(name, next.getAttribute(name) ?? '');
  label.textContent = fresh.querySelector('label[for=text]')?.textContent ?? '';
}

export function openBox() {
  box().addEventListener('input', written);
  write(box().value || keptDraft());
}
