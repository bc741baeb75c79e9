// What is typed and not yet received, kept in this tab alone until it is: it survives a reload and goes with the tab.
// @ts-check

/** @typedef {{ id: string, text?: string, choose?: string, said: string, at: number }} Message */

const draft = 'dang-go';
const unsent = 'chua-gui';

/** @param {string} key @param {string} value */
function put(key, value) {
  try {
    if (value) sessionStorage.setItem(key, value);
    else sessionStorage.removeItem(key);
  } catch {
    // A browser may forbid it or be full; the page works without.
  }
}

/** @param {string} key */
function take(key) {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} text */
export const keepDraft = (text) => put(draft, text);
export const keptDraft = () => take(draft);

/** @param {readonly Message[]} messages */
export const keepUnsent = (messages) => put(unsent, messages.length > 0 ? JSON.stringify(messages) : '');

/** @returns {Message[]} */
export function keptUnsent() {
  try {
    const kept = JSON.parse(take(unsent) || '[]');
    return Array.isArray(kept) ? kept.filter((m) => typeof m?.id === 'string') : [];
  } catch {
    return [];
  }
}
