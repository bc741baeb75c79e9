// "Tôi 72 tuổi có được đứng tên không": a card about those who are not of age is none for who tells that they are.
import type { Card } from '../../../knowledge/schema/card.ts';
import { fold } from '../../../language/fold.ts';
import { numbersIn } from '../../../language/numbers.ts';

/** Whether the card is about those under an age that the message says is past. */
export function isForYounger({ title }: Card, text: string): boolean {
  const under = Number(underAge.exec(fold(title))?.[1]);
  return under > 0 && agesIn(text).some((age) => age >= under);
}
const underAge = /\bchua du (\d{1,2}) tuoi\b/;

const agesIn = (text: string): number[] =>
  numbersIn(text).flatMap(({ value, end }) => (/^ ?tuoi\b/.test(fold(text.slice(end))) ? [value] : []));
