// Cuts a text of the talk into what it is made of: words, and what was masked when it was kept.
import { personal } from './flows/register/steps.ts';

export type Piece = { kind: 'words' | 'masked'; text: string };

const masks: readonly string[] = Object.values(personal);
const seams = new RegExp(`(${masks.map((m) => m.replace(/[[\]]/g, '\\$&')).join('|')})`, 'u');

export function piecesOf(text: string): Piece[] {
  return text
    .split(seams)
    .filter((part) => part !== '')
    .map((part) => ({ kind: masks.includes(part) ? 'masked' : 'words', text: part }));
}
