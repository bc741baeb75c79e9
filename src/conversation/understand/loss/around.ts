// What one number of a message counts, by the words around it: animals, or a weight and whose it is.
import { fold } from '../../../language/fold.ts';
import type { NumberFound } from '../../../language/numbers.ts';

/** The words around the number, folded. */
export type Around = { value: number; before: string; behind: string };

export const around = (text: string, { value, start, end }: NumberFound): Around => ({
  value,
  before: fold(text.slice(0, start)),
  behind: fold(text.slice(end)),
});

/** "Mỗi con", "tiền một con", "80 kg một con": no count of the herd. */
export const countsOne = ({ value, before }: Around): boolean =>
  ofOne.test(before) || (value === 1 && weighed.test(before));
const ofOne = /(?:\b(?:hoi|tien|dong|moi|la) ?|\/ ?)$/;
const weighed = /(?<![a-z])(?:kg|ky|ki|kilo|can|yen|ta|tan) ?\d? ?$/;

export const heads = /^ ?con\b(?! (?:trai|gai|toi|em|minh|chau))/;

/** In kilograms; undefined where no unit of weight stands behind. */
export function kilosOf({ value, before, behind }: Around): number | undefined {
  const unit = weights.find(({ said }) => said.test(behind));
  if (value === 1 && (unit?.kg === 1 || priced.test(before))) return undefined;
  return unit && value * unit.kg + tenths(behind) * (unit.kg / 10);
}
/** "Được đền bao nhiêu một cân": a price is asked for, and nobody lost one kilogram. */
const priced = /\b(?:nhieu|nhiu|bn|may|tien|dong|trieu|nghin|ngan|gia|mot|moi) ?$/;
const weights = [
  { said: /^ ?(?:kg|ky|ki|kilo|can)\b/, kg: 1 },
  { said: /^ ?yen\b/, kg: 10 },
  { said: /^ ?ta\b/, kg: 100 },
  { said: /^ ?tan\b/, kg: 1000 },
];

/** "1 tạ 8", "2 tấn 3": the digit behind counts tenths. */
const tenths = (behind: string): number =>
  Number(/^ ?(?:yen|ta|tan) ?(\d)(?![\d.,]| ?con\b)/.exec(behind)?.[1] ?? 0);

/** "80 kg một con", "trung bình 70 kg": the weight of one. */
export const saysEach = ({ before, behind }: Around): boolean =>
  eachBefore.test(before) || eachBehind.test(behind);
const eachBefore = /\b(?:moi|mot|1) con(?: \w+){0,4} ?$|\b(?:binh quan|trung binh|tb)(?: \w+){0,3} ?$/;
const eachBehind = /^ ?[a-z]+(?: hoi)?(?: ?\/ ?| (?:mot |moi |1 ))con\b/;
