// How much was lost, as people say it: "12 con, mỗi con 80 kg", "1,5 ha lúa gieo 2 tháng, mất trắng"; what could be read in two ways is left out.

import type { Card } from '../../../knowledge/schema.ts';
import { clean, fold, foldInPlace, plainWords, syllables } from '../../../language/fold.ts';
import { type NumberFound, numbersIn } from '../../../language/numbers.ts';
import type { Loss } from '../../state.ts';

type LossTold = Omit<Loss, 'card'>;
/** `bareDays`: a number of days said without what had grown so long. */
type Read = LossTold & { bareDays?: number };

/** Whether anything of a loss is told that could be counted. */
export const tellsLoss = (message: string): boolean => Object.keys(lossTold(message)).length > 0;

/** The message without what only measures a loss ("lúa gieo 20 ngày, 1000 m², mất 80%"), where two measures or more are told: what is asked about is in the other words. */
export function withoutMeasures(message: string): string {
  const text = clean(message);
  if (Object.keys(lossTold(text)).length < fewestMeasures) return message;
  const rest = besidesMeasures(text);
  return syllables(rest).length >= fewestWords ? rest : message;
}

/** "790 kg thì được bao tiền" → "thì được bao tiền". */
export function besidesMeasures(message: string): string {
  const text = clean(message);
  let rest = text;
  for (const number of numbersIn(text).toReversed()) {
    const { start, end } = number;
    const unit = unitBehind.exec(foldInPlace(text.slice(end)))?.[0].length;
    if (unit === undefined || Object.keys(ofNumber(around(text, number))).length === 0) continue;
    rest = `${rest.slice(0, start)} ${rest.slice(end + unit)}`;
  }
  return rest;
}
const fewestMeasures = 2;
const fewestWords = 2;
const unitBehind =
  /^ ?(?:%|m²|(?:m2|ha|hec ?ta|met vuong|met|sao|mau|phan tram|ngay|tuan|thang|con|kg|ky|ki|kilo|can|yen|ta|tan)\b)/;

/** The same behind the answer that counts it: "60 ngày" alone answers how long it had grown, while that is not known. */
export const tellsLossBehind = (before: Loss | undefined, card: Card, message: string): boolean =>
  tellsLoss(message) ||
  (asksDays(before, card) && readIn(message).bareDays !== undefined) ||
  weightMeant(before, card, message) !== undefined;

/** "Mỗi con", "cả đàn", where whose weight it is was asked. */
function weightMeant(before: Loss | undefined, card: Card, message: string): LossTold | undefined {
  const weight = before?.card === card.id && before.heads !== undefined ? before.kgUnclear : undefined;
  const said = weight === undefined ? undefined : whose.exec(plainWords(message));
  return said ? (said[1] ? { kgEach: weight } : { kg: weight }) : undefined;
}
const whose =
  /^(?:(?:la|thi|a|da|vang|u|y|toi|em|noi|tinh) )*(?:(moi con|mot con|tung con|1 con)|ca dan|ca bay|tat ca|tong(?: cong)?)(?: (?:a|nhe|day|do|co|chu|em|thoi))*$/;

/** Hectares are no loss that is counted by the kilogram, nor animals one by the hectare. */
export function isCountedBy({ rates }: Card, message: string): boolean {
  const { ha, localArea, heads, kg, kgEach } = lossTold(message);
  const per = new Set(rates.map((r) => r.per));
  return per.has('ha')
    ? heads === undefined && kg === undefined && kgEach === undefined
    : ha === undefined && localArea === undefined;
}

const asksDays = (before: Loss | undefined, card: Card): boolean =>
  before?.card === card.id && before.days === undefined && card.rates.some((r) => r.days);

/** What is known of the loss that `card` counts, once this was said too: a new total takes the place of the parts, and the other way round. */
export function lossBehind(before: Loss | undefined, card: Card, message: string): Loss | undefined {
  if (card.rates.length === 0) return before;
  const { bareDays, ...read } = readIn(message);
  const told = { ...read, ...weightMeant(before, card, message) };
  if (ofNeighbour.test(fold(message))) return { card: card.id, ...told };
  const { kg, kgUnclear, kgEach, localArea, ...kept }: Loss =
    before?.card === card.id ? before : { card: card.id };
  const others = kept.heads !== undefined && told.heads !== undefined && told.heads !== kept.heads;
  const sameKind = !others || corrected.test(fold(message));
  const mixed = told.kg === undefined && (told.mixed || kept.mixed);
  const inParts = told.heads !== undefined || told.kgEach !== undefined;
  return {
    ...kept,
    ...(asksDays(before, card) && bareDays !== undefined ? { days: bareDays } : {}),
    ...(inParts || told.kg !== undefined ? {} : { kg, kgUnclear }),
    ...(told.kg === undefined && sameKind ? { kgEach } : {}),
    ...(told.ha === undefined ? { localArea } : {}),
    ...told,
    mixed: mixed || undefined,
  };
}

/** Somebody else's loss, counted anew. */
const ofNeighbour =
  /\b(?:hang xom|nha (?:ben canh|khac|kia|ben|no|ong|ba|bac|chu|co|anh|chi)|ben (?:kia|canh)|cua (?:ong|ba|bac|chu|co|anh|chi) \w+)\b/;

/** Another number of animals without it are other animals, of a weight not told yet. */
const corrected = /^a |\b(?:nham|quen|sua|dung ra|thuc ra|a khong|khong phai)\b/;

/** What one number counts, by the words around it, folded. */
type Around = { value: number; before: string; behind: string };

/** Empty where nothing of a loss is told. */
export function lossTold(message: string): LossTold {
  const { bareDays: _, ...told } = readIn(message);
  return told;
}

function readIn(message: string): Read {
  const text = clean(message);
  const numbers = numbersIn(text).map((n) => around(text, n));
  const parts = numbers.map(ofNumber);
  const read = Object.assign({}, ...parts) as Read;
  const several = (of: 'heads' | 'kgEach' | 'kgUnclear'): boolean =>
    new Set(parts.flatMap((part) => part[of] ?? [])).size > 1;
  const apart = read.kgEach !== undefined && read.kgUnclear !== undefined;
  if (several('heads') || several('kgEach') || several('kgUnclear') || apart) read.mixed = true;
  const share = read.share ?? shareInWords(fold(text));
  return { ...read, ...(share === undefined ? {} : { share }) };
}

const around = (text: string, { value, start, end }: NumberFound): Around => ({
  value,
  before: fold(text.slice(0, start)),
  behind: fold(text.slice(end)),
});

function ofNumber({ value, before, behind }: Around): Read {
  if (heads.test(behind) && Number.isInteger(value))
    return ofOne.test(before) || (value === 1 && weighed.test(before)) ? {} : { heads: value };
  const weight = weights.find(({ said }) => said.test(behind));
  if (weight) return weightOf(value * weight.kg + tenths(behind) * (weight.kg / 10), before, behind);
  if (/^ ?(?:ha|hec ?ta)\b/.test(behind)) return { ha: value };
  if (/^ ?(?:m2|m²|met vuong|met\b(?! (?:dai|cao|sau|duong|day)))/.test(behind))
    return { ha: value / 10_000 };
  if (/^ ?(?:sao|mau)\b(?! hoa)/.test(behind)) return { localArea: true };
  if (/^ ?(?:%|phan tram\b)/.test(behind) && value <= 100)
    return { share: above.test(before) ? Math.min(100, value + 0.5) : value };
  const span = spans.find(({ said }) => said.test(behind));
  const grown = sown.test(before) || /^ ?\w+ tuoi\b/.test(behind);
  if (!span) return {};
  const days = Math.round(value * span.days);
  return grown ? { days } : { bareDays: days };
}

const heads = /^ ?con\b(?! (?:trai|gai|toi|em|minh|chau))/;
/** "Mỗi con", "tiền một con": no count of the herd. */
const ofOne = /(?:\b(?:hoi|tien|dong|moi|la) ?|\/ ?)$/;
/** "80kg một con": the weight of one. */
const weighed = /(?<![a-z])(?:kg|ky|ki|kilo|can|yen|ta|tan) ?\d? ?$/;
const above = /\b(?:tren|hon|qua)(?: (?:ca|khoang))? ?$/;
const sown = /\b(?:gieo|cay|sa|lua|trong|tuoi)(?: (?:duoc|dc|da|moi|hon|khoang|chung|tam|dau)){0,3} ?$/;
const weights = [
  { said: /^ ?(?:kg|ky|ki|kilo|can)\b/, kg: 1 },
  { said: /^ ?yen\b/, kg: 10 },
  { said: /^ ?ta\b/, kg: 100 },
  { said: /^ ?tan\b/, kg: 1000 },
];
const spans = [
  { said: /^ ?ngay\b/, days: 1 },
  { said: /^ ?tuan\b/, days: 7 },
  { said: /^ ?thang\b/, days: 30 },
];

/** "1 tạ 8", "2 tấn 3": the digit behind counts tenths. */
const tenths = (behind: string): number =>
  Number(/^ ?(?:yen|ta|tan) ?(\d)(?![\d.,]| ?con\b)/.exec(behind)?.[1] ?? 0);

/** "80 kg một con" and "tổng 2 tấn" say whose weight it is; a bare weight does not, and is the whole only where no animals were counted. */
function weightOf(kg: number, before: string, behind: string): LossTold {
  if (eachBefore.test(before) || eachBehind.test(behind)) return { kgEach: kg };
  return whole.test(before) ? { kg } : { kgUnclear: kg };
}
const eachBefore = /\b(?:moi|mot|1) con(?: \w+){0,4} ?$|\b(?:binh quan|trung binh)(?: \w+){0,3} ?$/;
const eachBehind = /^ ?[a-z]+(?: hoi)?(?: ?\/ ?| (?:mot |moi |1 ))con\b/;
const whole = /\b(?:tong|tong cong|ca dan|ca thay|tat ca|can duoc|duoc)(?: \w+){0,3} ?$/;

/** "Mất trắng", "hỏng một nửa"; not what was denied. */
function shareInWords(text: string): number | undefined {
  if (/\b(?:chua|khong|ko|dau co)(?: \w+)? (?:mat|hong|chet|do|troi|ngap|thoi)\b/.test(text))
    return undefined;
  if (
    /\b(?:mat trang|(?:mat|hong|chet|do|troi|thoi|cuon|chay|vui) (?:mat )?(?:het|sach|trui|rui|ca (?:ruong|dong|dam|vuon|doi))(?: ca)?)\b/.test(
      text,
    )
  )
    return 100;
  return /\b(?:mat|hong|chet|do|troi|thoi|thiet hai) (?:mat |co |khoang |chung |gan )?(?:mot |1 )?nua\b/.test(
    text,
  )
    ? 50
    : undefined;
}
