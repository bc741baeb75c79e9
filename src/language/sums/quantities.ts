// The amounts of a message with what they are of: money in đồng, percent, weights in kg, areas, so many of something.
import { fold, foldInPlace } from '../fold.ts';
import { worth } from '../money.ts';
import { type NumberFound, numbersIn } from '../numbers.ts';

export type Kind = 'money' | 'percent' | 'kg' | 'ha' | 'm2' | 'count' | 'bare';

export type Quantity = {
  kind: Kind;
  value: number;
  /** The word counted with, as it was typed ("nhà"); empty where there is none. */
  unit: string;
  /** What one of the written number is worth: 1e6 of "triệu". */
  by: number;
  start: number;
  end: number;
};

/** Left to right; words for small numbers count only before a unit ("năm nhà", not "năm nay"). */
export function quantitiesIn(text: string): Quantity[] {
  const flat = foldInPlace(text);
  const all = numbersIn(text).flatMap((n) => {
    const read = quantityOf(text, flat, n);
    return n.inWords && read.kind === 'bare' ? [] : [read];
  });
  return all.filter(({ start }, i) => start >= (all[i - 1]?.end ?? 0));
}

function quantityOf(text: string, flat: string, { value, start, end }: NumberFound): Quantity {
  const written = worth[/([a-z]+)$/.exec(fold(text.slice(start, end)))?.[1] ?? ''] ?? 1;
  const short = written === 1 ? shorthand.exec(flat.slice(end)) : undefined;
  const by = short ? (worth[short[1] ?? ''] ?? 1) : written;
  let at = end + (short?.[0].length ?? 0);
  const tenth = by > 1 ? tenths.exec(flat.slice(at)) : null;
  at += tenth?.[0].length ?? 0;
  const whole = exact(value * (short ? by : 1) + (Number(tenth?.[1] ?? 0) * by) / 10);
  // "120 triệu còn …", "48 trieu ha": nothing but money is counted in millions.
  const found = units.find(({ said, kind }) => said.test(flat.slice(at)) && (kind === 'money' || by < 1e6));
  if (found) {
    const length = found.said.exec(flat.slice(at))?.[0].length ?? 0;
    const more = found.tenths ? tenths.exec(flat.slice(at + length)) : null;
    const unit = text.slice(at, at + length).trim();
    const amount = exact((whole + Number(more?.[1] ?? 0) / 10) * found.by);
    return {
      kind: found.kind,
      value: amount,
      unit,
      by: 1,
      start,
      end: at + length + (more?.[0].length ?? 0),
    };
  }
  return { kind: by > 1 ? 'money' : 'bare', value: whole, unit: '', by, start, end: at };
}

/** Without the dust of binary fractions. */
export const exact = (value: number): number => Number(value.toPrecision(12));

const shorthand = /^ ?(ty|ti|trieu|tr|cu|nghin|ngan|k)(?![a-z])/;
/** "1 tỷ 2", "2tr5", "1 tấn 2": a lone digit counts tenths, unless it counts something itself. */
const tenths =
  /^ ?(\d)(?![\d.,/]\d|\d)(?= *(?:$|[^\sa-z%]|(?:la|thi|nhan|chia|cong|tru|x|dong|duoc|dung|phai|khong|ko|ma|a|ha|bn|bao nhieu|nua|hoi|cho|va|voi|lon|heo|tat ca|ca)(?![a-z])))/;

const countWords =
  'nha|ho|gia dinh|nguoi|thanh vien|xa vien|to vien|khau|suat|con|thang|nam|quy|vu|ngay|hom|lan|cay|goc|bao(?! nhieu)|cai|chiec|khoi|thung|to|nhom|htx|hop tac xa|sao|mau|lop|buoi|chuyen';
const units: { said: RegExp; kind: Kind; by: number; tenths?: boolean }[] = [
  { said: /^ ?(?:%|phan tram\b)/, kind: 'percent', by: 1 },
  { said: /^ ?(?:dong|vnd|d)\b/, kind: 'money', by: 1 },
  { said: /^ ?(?:kg|ky|ki|kilo|can)\b/, kind: 'kg', by: 1 },
  { said: /^ ?yen\b/, kind: 'kg', by: 10, tenths: true },
  { said: /^ ?ta\b/, kind: 'kg', by: 100, tenths: true },
  { said: /^ ?tan\b/, kind: 'kg', by: 1000, tenths: true },
  { said: /^ ?(?:ha|hec ?ta)\b/, kind: 'ha', by: 1 },
  { said: /^ ?(?:m2|m²|met(?: vuong)?)(?![a-z])/, kind: 'm2', by: 1 },
  { said: new RegExp(`^ ?(?:${countWords})(?![a-z])`), kind: 'count', by: 1 },
];
