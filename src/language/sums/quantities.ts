// The amounts of a message with what they are of: money in đồng, percent, weights in kg, areas, so many of something.
import { fold, foldInPlace } from '../fold.ts';
import { tenths, worth } from '../money.ts';
import { type NumberFound, numbersIn } from '../numbers.ts';

export type Kind = 'money' | 'percent' | 'kg' | 'ha' | 'm2' | 'count' | 'bare';

export type Quantity = {
  kind: Kind;
  value: number;
  /** The word counted with, as it was typed or, without marks, in its own ("nhà"); empty where there is none. */
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
  // "2 trăm 3" is 230.
  const scale = by > 1 ? by : hundreds.test(fold(text.slice(start, end))) ? 100 : 1;
  const tenth = scale > 1 ? tenths.exec(flat.slice(at)) : null;
  at += tenth?.[0].length ?? 0;
  const whole = exact(value * (short ? by : 1) + (Number(tenth?.[1] ?? 0) * scale) / 10);
  // "120 triệu còn …", "48 trieu ha": nothing but money is counted in millions.
  const found = units.find(({ said, kind }) => said.test(flat.slice(at)) && (kind === 'money' || by < 1e6));
  if (found) {
    const length = found.said.exec(flat.slice(at))?.[0].length ?? 0;
    const more = found.tenths ? tenths.exec(flat.slice(at + length)) : null;
    const typed = text.slice(at, at + length).trim();
    const unit = spelt[typed.toLowerCase()] ?? typed;
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

const hundreds = /^\d+ tram$/;

/** Without the dust of binary fractions. */
export const exact = (value: number): number => Number(value.toPrecision(12));

const shorthand = /^ ?(ty|ti|trieu|tr|cu|nghin|ngan(?! (?:hang|sach))|k)(?![a-z])/;
const spelt: Readonly<Record<string, string>> = {
  nha: 'nhà',
  ho: 'hộ',
  'gia dinh': 'gia đình',
  nguoi: 'người',
  'thanh vien': 'thành viên',
  'xa vien': 'xã viên',
  'to vien': 'tổ viên',
  khau: 'khẩu',
  suat: 'suất',
  thang: 'tháng',
  nam: 'năm',
  quy: 'quý',
  vu: 'vụ',
  ngay: 'ngày',
  buoi: 'buổi',
  lan: 'lần',
  cay: 'cây',
  sao: 'sào',
  lop: 'lớp',
};

const countWords =
  'nha|ho|gia dinh|nguoi|thanh vien|xa vien|to vien|khau|suat|con|thang|nam|quy|vu|ngay|hom|lan|cay|goc|bao(?! nhieu)|cai|chiec|khoi|thung|to|nhom|htx|hop tac xa|sao|mau|lop|buoi|chuyen';
/** "1800m" is so many metres, of what is said elsewhere. */
const metres = /^ ?m(?![a-z0-9²])/;
const units: { said: RegExp; kind: Kind; by: number; tenths?: boolean }[] = [
  { said: /^ ?(?:%|phan tram\b)/, kind: 'percent', by: 1 },
  { said: /^ ?(?:dong|vnd|d)\b/, kind: 'money', by: 1 },
  { said: /^ ?(?:kg|ky|ki|kilo|can)\b/, kind: 'kg', by: 1 },
  { said: /^ ?yen\b/, kind: 'kg', by: 10, tenths: true },
  { said: /^ ?ta\b/, kind: 'kg', by: 100, tenths: true },
  { said: /^ ?tan\b/, kind: 'kg', by: 1000, tenths: true },
  { said: /^ ?(?:ha|hec ?ta)\b/, kind: 'ha', by: 1 },
  { said: /^ ?(?:m2|m²|met(?: vuong)?)(?![a-z])/, kind: 'm2', by: 1 },
  { said: metres, kind: 'count', by: 1 },
  { said: new RegExp(`^ ?(?:${countWords})(?![a-z])`), kind: 'count', by: 1 },
];
