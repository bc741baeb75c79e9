// Cuts a text of the talk into what it is made of: words, what was masked when it was kept, and numbers to call.
import { phonesIn } from '../../language/phones.ts';
import { personal } from '../flows/register/steps.ts';

export type Piece =
  | { kind: 'words' | 'masked'; text: string }
  | { kind: 'phone'; text: string; phone: string };

const masks: readonly string[] = Object.values(personal);
const seams = new RegExp(`(${masks.map((m) => m.replace(/[[\]]/g, '\\$&')).join('|')})`, 'u');

export function piecesOf(text: string): Piece[] {
  return text
    .split(seams)
    .flatMap((part): Piece[] =>
      masks.includes(part) ? [{ kind: 'masked', text: part }] : betweenPhones(part),
    );
}

function betweenPhones(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { at, written, phone } of phonesIn(text)) {
    pieces.push({ kind: 'words', text: text.slice(done, at) }, { kind: 'phone', text: written, phone });
    done = at + written.length;
  }
  return [...pieces, { kind: 'words', text: text.slice(done) }];
}
