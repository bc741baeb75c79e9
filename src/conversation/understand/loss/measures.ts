// What one message measures of a loss: "12 con, mỗi con 80 kg", "1,5 ha lúa gieo 2 tháng, mất trắng"; what could be read in two ways is left out.
import { clean, fold, foldInPlace, syllables } from '../../../language/fold.ts';
import { numbersIn } from '../../../language/numbers.ts';
import type { Loss } from '../../state/loss.ts';
import { type Around, around, countsOne, heads, kilosOf, saysEach } from './around.ts';
import { partsIn } from './parts.ts';
import { shareInWords } from './share.ts';

export type LossTold = Omit<Loss, 'card'>;
/** `bareDays`: a number of days said without what had grown so long. */
export type Read = LossTold & { bareDays?: number };

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

/** Empty where nothing of a loss is told. */
export function lossTold(message: string): LossTold {
  const { bareDays: _, localM2: __, ...told } = readIn(message);
  return told;
}

export function readIn(message: string): Read {
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
  if (heads.test(behind) && Number.isInteger(value))
    return countsOne(number) || declared.test(before) ? {} : { heads: value };
  const kg = kilosOf(number);
  if (kg !== undefined) return weightOf(kg, number);
  if (building.test(before) && area.test(behind)) return {};
  if (/^ ?(?:ha|hec ?ta)\b/.test(behind)) return value === 1 && rated.test(before) ? {} : { ha: value };
  if (ofLocalUnit.test(before) ? metre.test(behind) : perLocalUnit.test(behind)) return { localM2: value };
  if (squareMetres.test(behind) || (value >= leastPlot && metres.test(behind) && !length.test(before)))
    return { ha: value / 10_000 };
  if (/^ ?(?:sao|mau)\b(?! hoa)/.test(behind))
    return value === 1 && (/\d/.test(behind) || measured.test(before))
      ? {}
      : { localArea: true, localUnits: value };
  if (/^ ?(?:%|phan tram\b)/.test(behind) && value <= 100)
    return { share: above.test(before) ? Math.min(100, value + 0.5) : value };
  const span = spans.find(({ said }) => said.test(behind));
  const grown = sown.test(before) || /^ ?\w+ tuoi\b/.test(behind);
  if (!span) return {};
  const days = Math.round(value * span.days) + (above.test(before) ? 1 : 0);
  return grown ? { days } : { bareDays: days };
}

/** "Chỉ đăng ký chăn nuôi 10 con": what was declared, and no loss. */
const declared = /\b(?:dang ky|ke khai)(?: (?:chan )?nuoi| ban dau| co| la| voi (?:xa|phuong))* ?$/;

const squareMetres = /^ ?(?:m2|m²|met vuong|met\b(?! (?:dai|cao|sau|duong|day)))/;
/** "1800m" is a plot; a few metres are how long or deep something is. */
const metres = /^ ?m(?![a-z0-9²])(?! (?:dai|cao|sau|rong|duong|day))/;
const length = /\b(?:dai|cao|sau|rong|cach|xa)(?: (?:co|duoc|khoang|tam|den|hon|gan))* ?$/;
const leastPlot = 100;

/** "4 triệu rưỡi một ha": a rate, and no area. */
const rated = /(?:trieu|\dtr|\btr|ruoi|dong|nhieu|tien)(?: ?\d)? ?$/;

/** "9tr6 hả": no six hectares. */
const tenthOfMoney = /\d ?(?:ty|trieu|tr|cu)$/;

/** "Một sào Bắc Bộ 360 mét", "sao ở đây 360m", "360 mét vuông 1 sào": how large the unit is where they live. */
const ofLocalUnit =
  /(?<![\d ]) ?(?:\b(?:mot|moi|1) sao(?: (?!nha toi|ruong)[a-z]+){0,3}|(?<!\d ?)\bsao (?:o )?(?:day|que|vung|cho|ben|dia phuong|bac bo|trung bo)(?: [a-z]+){0,3}) ?$/;
const metre = /^ ?(?:m2|m²|met|m(?![a-z0-9]))/;
const perLocalUnit = /^ ?(?:m2|m²|met vuong|met|m)(?: ?\/ ?(?:1 )?| (?:tren )?(?:moi|mot|1) )sao\b/;
const measured = /(?:m2|m²|met vuong|met|\dm| m) ?(?:\/ ?|tren ?|moi ?|la ?)?$/;
/** "Nhà lưới 500 m²", "ao cá 1200 m²": no field; "xuống" and "khó" in bare letters are no buildings. */
const building =
  /\b(?:nha (?:luoi|mang|kinh|kho|xuong)|chuong(?: trai)?|ao(?: ca)?)(?: (?:rong|cua (?:toi|em|htx)|tam|khoang|hon|gan|nha (?:toi|em)))* ?$/;
const area = /^ ?(?:m2|m²|met|m(?![a-z0-9])|ha\b|hec ?ta\b)/;
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
