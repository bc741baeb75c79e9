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

export function openBox() {
  box().addEventListener('input', written);
  write(box().value || keptDraft());
}
