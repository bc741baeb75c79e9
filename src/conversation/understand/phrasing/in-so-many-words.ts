// "Tôi hỏi …", "ý em là …": what a message says in so many words that it asks, apart from what it tells beside.
import { isAsking } from '../../../language/asking.ts';
import { fold, foldInPlace } from '../../../language/fold.ts';
import { asksItself } from '../two-questions/asks-itself.ts';

const wrapped =
  /^(?:(?:thoi|o|u|a|da|the|vay|thi|ma|troi|oi|bot|ad) )*(?:(?:toi|t|em|e|minh|mk|tui|chau|con|anh|chi|bac|ba|ong) )?(?:dang |chi |muon |co )*(?:hoi(?: ve| la| cai| them)*|noi(?: ve| la)+|dang noi|y(?: la)?)(?: |:)+/;
const emphasis = /(?:\s+(?:thôi|thoi|cơ|chứ|kia|ý|co|chu)(?:\s+(?:mà|ma))?)+$/iu;
const clauses = /[.,;:!\n]+(?=\s)|(?<=\?)\s+/u;

/** "Tôi hỏi cái máy cơ" → "cái máy". */
export function unwrapped(clause: string): string {
  const head = wrapped.exec(foldedIn(clause))?.[0] ?? '';
  return clause.slice(head.length).replace(emphasis, '').trim();
}

export const isWrapped = (clause: string): boolean => wrapped.test(foldedIn(clause));

const foldedIn = (clause: string): string => foldInPlace(clause.normalize('NFC')).replace(/ +/g, ' ');

/** "Em lập hợp tác xã cơ, hỏi hai mẹ con tính mấy người": what is asked, and what is told before it; undefined where all is one, or more than that is asked. */
export function askedApart(text: string): { asked: string; told: string } | undefined {
  const parts = text
    .split(clauses)
    .map((part) => part.trim())
    .filter(Boolean);
  const at = parts.findIndex((part) => isWrapped(part) && hasAsked.test(fold(part)));
  if (at < 1) return undefined;
  const told = parts.slice(0, at).join(', ');
  const asked = unwrapped(parts.slice(at).join(', '));
  return asksItself(told) || !isAsking(asked) ? undefined : { asked, told };
}
const hasAsked = /\bhoi\b/;
