// How much was lost, as people say it: "12 con, mỗi con 80 kg", "1,5 ha lúa gieo 2 tháng, mất trắng"; what could be read in two ways is left out.

import type { Card } from '../../../knowledge/schema.ts';
import { clean, fold, foldInPlace, plainWords, syllables } from '../../../language/fold.ts';
import { moneyIn } from '../../../language/money.ts';
import { numbersIn } from '../../../language/numbers.ts';
import type { Loss } from '../../state.ts';
import { besidesField, corrected } from './another-field.ts';
import { type Around, around, countsOne, heads, kilosOf, saysEach } from './around.ts';
import { ownRateIn } from './own-rate.ts';
import { filledIn, oneAnimal, partsIn } from './parts.ts';
import { shareInWords } from './share.ts';

type LossTold = Omit<Loss, 'card'>;
/** `bareDays`: a number of days said without what had grown so long. */
type Read = LossTold & { bareDays?: number; localM2?: number };

/** Whether anything of a loss is told that could be counted. */
export const tellsLoss = (message: string): boolean => Object.keys(lossTold(message)).length > 0;

/** The message without what only measures a loss ("lúa gieo 20 ngày, 1000 m², mất 80%"), where two measures or more are told: what is asked about is in the other words. */
export function withoutMeasures(message: string): string {
  const text = clean(message);
  // How many of a local unit is no measure besides that unit.
  const { localUnits: _, ...measures } = lossTold(text);
  if (Object.keys(measures).length < fewestMeasures) return message;
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
  /^ ?(?:%|m²|(?:yen|ta|tan) ?\d(?![\d.,]| ?con\b)|(?:m2|m|ha|hec ?ta|met vuong|met|sao|mau|phan tram|ngay|hom|tuan|thang|con|kg|ky|ki|kilo|can|yen|ta|tan)\b)/;

/** The same behind the answer that counts it: "60 ngày" alone answers how long it had grown, while that is not known. */
export const tellsLossBehind = (before: Loss | undefined, card: Card, message: string): boolean =>
  tellsLoss(message) ||
  stagesIn(card, message).length === 1 ||
  totalMeant(before, card, message) !== undefined ||
  (before?.card === card.id && before.localUnits !== undefined && readIn(message).localM2 !== undefined) ||
  (asksDays(before, card) && readIn(message).bareDays !== undefined) ||
  weightMeant(before, card, message) !== undefined ||
  (before?.card === card.id && ownRateIn(card, message) !== undefined);

/** "Mỗi con", "cả đàn", where whose weight it is was asked. */
function weightMeant(before: Loss | undefined, card: Card, message: string): LossTold | undefined {
  const weight = before?.card === card.id && before.heads !== undefined ? before.kgUnclear : undefined;
  const said = weight === undefined ? undefined : whose.exec(plainWords(message));
  return said ? (said[1] ? { kgEach: weight } : { kg: weight }) : undefined;
}
const whose =
  /^(?:(?:la|thi|a|da|vang|u|y|toi|em|noi|tinh) )*(?:(moi con|mot con|tung con|1 con)|ca dan|ca bay|tat ca|tong(?: cong)?)(?: (?:a|nhe|day|do|co|chu|em|thoi))*$/;

/** "240 cân" behind "2 con 120 cân", "240 cân thì 9,6 triệu": the weight that is all of them together, or comes to the sum one makes it. */
function herdMeant(mine: Loss | undefined, { rates }: Card, read: Read, message: string): LossTold {
  const { kgUnclear: weight, heads = mine?.heads } = read;
  const [rate, ...others] = rates;
  if (weight === undefined || read.kgEach !== undefined || read.mixed || rate?.per !== 'kg' || others.length)
    return {};
  const each = mine?.kgEach ?? mine?.kgUnclear;
  const together = heads !== undefined && heads > 1 && each !== undefined && weight === heads * each;
  const reckoned = moneyIn(message).some((m) => m.value === Math.round(weight * rate.value));
  return together || reckoned ? { kg: weight, kgUnclear: undefined } : {};
}

/** "300 cả thảy", where animals were told and the weight of all was asked. */
function totalMeant(before: Loss | undefined, card: Card, message: string): number | undefined {
  const asked =
    before?.card === card.id && before.kg === undefined && (before.heads ?? before.parts) !== undefined;
  if (!asked || !card.rates.some((r) => r.per === 'kg')) return undefined;
  const said = bareTotal.exec(plainWords(message));
  return said ? Number((said[1] ?? said[2] ?? '').replaceAll('.', '')) : undefined;
}
const politeness = '(?: (?:a|nhe|nha|day|do|thoi|em|ban|bot))*';
const bareTotal = new RegExp(
  `^(?:(?:thi|la|da|vang|a|u|duoc|khoang|tam|chung) )*(?:([\\d.]{2,6}) (?:ca thay|tat ca|tong cong|ca dan|het thay|tong)|(?:ca thay|tat ca|tong cong|ca dan|tong)(?: (?:la|duoc|khoang|tam|chung))* ([\\d.]{2,6}))${politeness}$`,
);

/** How far the crop that `card` counts had grown: the first of the words for each stage named; what is denied ("không phải mới trồng") is none. */
function stagesIn({ rates, uncounted }: Card, message: string): string[] {
  const text = plainWords(message).replace(deniedStage, ' ');
  const named = [...rates, ...uncounted].flatMap(({ when }) =>
    when?.some((w) => new RegExp(`(?<![a-z])${fold(w)}(?![a-z])`).test(text)) ? (when[0] ?? []) : [],
  );
  return [...new Set(named)];
}
const deniedStage =
  /(?<![a-z])(?:(?:khong|ko|k|chang|cha|dau) phai(?: la)? (?:cay (?:con|non)|(?:con|moi|vua|dang|sap|gan) [a-z]+)|(?:khong|ko|k|chang) con (?:non|nho|be))(?![a-z])/g;

/** The stage of the one rate whose amount is named: "1000 m² thì được 15 triệu à". */
function stageOfAmount({ rates }: Card, message: string): string | undefined {
  const named = new Set(moneyIn(message).map((m) => m.value));
  const [rate, ...others] = rates.filter((r) => r.when && named.has(r.value));
  return others.length === 0 ? rate?.when?.[0] : undefined;
}

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
  const { bareDays, localM2, ...read } = readIn(message);
  const mine = before?.card === card.id ? before : undefined;
  const units = read.localUnits ?? mine?.localUnits;
  const total = totalMeant(before, card, message);
  const stages = stagesIn(card, message);
  const stage = stages[0] ?? (mine?.stage ? undefined : stageOfAmount(card, message));
  const told: LossTold = {
    ...read,
    ...weightMeant(before, card, message),
    ...herdMeant(mine, card, read, message),
    ...(localM2 !== undefined && units !== undefined ? { ha: (units * localM2) / 10_000 } : {}),
    ...(total === undefined ? {} : { kg: total, mixed: undefined, kgUnclear: undefined }),
    // Between two that are named the person has to say which.
    ...(stage === undefined ? {} : { stage: stages.length > 1 ? undefined : stage }),
  };
  if (ofNeighbour.test(fold(message))) return { card: card.id, ...told };
  const { kg, kgUnclear, kgEach, localArea, localUnits, parts, ...kept }: Loss = besidesField(
    mine ?? { card: card.id },
    told,
    message,
  );
  if (kept.mixed && isTotal(told, message)) return { ...kept, kg: told.kgUnclear, mixed: undefined };
  const filled = parts && !told.parts ? filledIn(parts, told) : undefined;
  if (filled) return { ...kept, mixed: true, parts: filled };
  const others = kept.heads !== undefined && told.heads !== undefined && told.heads !== kept.heads;
  const sameKind = !others || corrected.test(fold(message));
  const mixed = told.kg === undefined && (told.mixed || kept.mixed);
  const inParts = told.heads !== undefined || told.kgEach !== undefined;
  return {
    ...kept,
    ...(asksDays(before, card) && bareDays !== undefined ? { days: bareDays } : {}),
    ...(inParts || told.kg !== undefined ? {} : { kg, kgUnclear }),
    ...(parts && told.heads === undefined && told.kg === undefined ? { parts } : {}),
    ...(told.kg === undefined && sameKind ? { kgEach } : {}),
    ...(told.ha === undefined ? { localArea, localUnits } : {}),
    ...told,
    mixed: mixed || undefined,
  };
}

/** "Khoảng 970 cân", "thì 970 kg đó": the whole, where the animals differ and nothing says whose weight it is. */
const isTotal = ({ kgUnclear, kgEach, heads, mixed }: LossTold, message: string): boolean =>
  kgUnclear !== undefined &&
  kgEach === undefined &&
  heads === undefined &&
  !mixed &&
  (kgUnclear > oneAnimal || bareWeight.test(plainWords(message)));
const bareWeight =
  /^(?:(?:thi|la|da|vang|a|u|roi|ok|duoc|khoang|tam|chung|do|gan|hon|co|chac|uoc|cong lai|toi noi|em noi|noi roi) )*[\d.,]+ ?(?:kg|ky|ki|kilo|can|yen|ta|tan)(?: \d)?(?: (?:hoi|do|day|ay|a|nhe|nha|thoi|tat ca|ca dan|roi|ma|gi|em|toi|ban))*$/;

/** Somebody else's loss, counted anew. */
const ofNeighbour =
  /\b(?:hang xom|nha (?:ben canh|khac|kia|ben|no|ong|ba|bac|chu|co|anh|chi)|ben (?:kia|canh)|cua (?:ong|ba|bac|chu|co|anh|chi) \w+)\b/;

/** Empty where nothing of a loss is told. */
export function lossTold(message: string): LossTold {
  const { bareDays: _, localM2: __, ...told } = readIn(message);
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
  const counted = read.kg === undefined ? partsIn(numbers) : undefined;
  return {
    ...read,
    ...(share === undefined ? {} : { share }),
    ...(counted ? { mixed: true, parts: counted } : {}),
  };
}

function ofNumber(number: Around): Read {
  const { value, before, behind } = number;
  if (tenthOfMoney.test(before)) return {};
  if (heads.test(behind) && Number.isInteger(value)) return countsOne(number) ? {} : { heads: value };
  const kg = kilosOf(number);
  if (kg !== undefined) return weightOf(kg, number);
  if (/^ ?(?:ha|hec ?ta)\b/.test(behind)) return value === 1 && rated.test(before) ? {} : { ha: value };
  if (ofLocalUnit.test(before) && /^ ?(?:m2|m²|met)/.test(behind)) return { localM2: value };
  if (squareMetres.test(behind) || (value >= leastPlot && metres.test(behind) && !length.test(before)))
    return { ha: value / 10_000 };
  if (/^ ?(?:sao|mau)\b(?! hoa)/.test(behind))
    return value === 1 && /\d/.test(behind) ? {} : { localArea: true, localUnits: value };
  if (/^ ?(?:%|phan tram\b)/.test(behind) && value <= 100)
    return { share: above.test(before) ? Math.min(100, value + 0.5) : value };
  const span = spans.find(({ said }) => said.test(behind));
  const grown = sown.test(before) || /^ ?\w+ tuoi\b/.test(behind);
  if (!span) return {};
  const days = Math.round(value * span.days);
  return grown ? { days } : { bareDays: days };
}

const squareMetres = /^ ?(?:m2|m²|met vuong|met\b(?! (?:dai|cao|sau|duong|day)))/;
/** "1800m" is a plot; a few metres are how long or deep something is. */
const metres = /^ ?m(?![a-z0-9²])(?! (?:dai|cao|sau|rong|duong|day))/;
const length = /\b(?:dai|cao|sau|rong|cach|xa)(?: (?:co|duoc|khoang|tam|den|hon|gan))* ?$/;
const leastPlot = 100;

/** "4 triệu rưỡi một ha": a rate, and no area. */
const rated = /(?:trieu|\dtr|\btr|ruoi|dong|nhieu|tien)(?: ?\d)? ?$/;

/** "9tr6 hả": no six hectares. */
const tenthOfMoney = /\d ?(?:ty|trieu|tr|cu)$/;

/** "Một sào Bắc Bộ 360 mét": how large the unit is where they live. */
const ofLocalUnit = /(?<![\d ]) ?\b(?:mot|moi|1) sao(?: (?!nha toi|ruong)[a-z]+){0,3} ?$/;
const above = /\b(?:tren|hon|qua)(?: (?:ca|khoang))? ?$/;
const sown = /\b(?:gieo|cay|sa|lua|trong|tuoi)(?: (?:duoc|dc|da|moi|hon|khoang|chung|tam|dau)){0,3} ?$/;
const spans = [
  { said: /^ ?(?:ngay|hom)\b/, days: 1 },
  { said: /^ ?tuan\b/, days: 7 },
  { said: /^ ?thang\b/, days: 30 },
];

/** "80 kg một con" and "tổng 2 tấn" say whose weight it is; a bare weight does not, and is the whole only where no animals were counted. */
function weightOf(kg: number, number: Around): LossTold {
  if (saysEach(number)) return { kgEach: kg };
  return whole.test(number.before) || wholeBehind.test(number.behind) ? { kg } : { kgUnclear: kg };
}
const whole = /\b(?:tong|tong cong|ca dan|ca thay|tat ca|can duoc|duoc)(?: \w+){0,3} ?$/;
/** "90 cân cả hai", "2 tạ tất cả": said behind the weight. */
const wholeBehind =
  /^ ?[a-z]+(?: \d)?(?: hoi)? (?:ca (?:hai|ba|bon|nam|dan|bay|thay|lo|\d+ con)\b|tat ca\b|tong cong\b|cong lai\b|gop lai\b|het thay\b)(?! (?:deu|moi))/;
