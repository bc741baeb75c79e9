// The one time in months or years that a message tells: "ký 8 tháng thôi", "2 năm rưỡi"; what is only about so long is none.
import { clean, foldInPlace } from '../../language/fold.ts';
import { numbersIn } from '../../language/numbers.ts';

/** `period`: as it is said, with its marks. */
export type TimeTold = { months: number; period: string; start: number; end: number };

/** Undefined where none or several are told. */
export function periodTold(message: string): TimeTold | undefined {
  const text = clean(message);
  const flat = foldInPlace(text);
  const found = numbersIn(text).flatMap(({ value, start, end }): (TimeTold | 'unclear')[] => {
    const behind = flat.slice(end);
    const unit = spelt.exec(behind);
    if (!unit || calendar.test(flat.slice(0, start))) return [];
    const half = /^ ruoi\b/.test(behind.slice(unit[0].length));
    const months = unit[1] === 'nam' ? (value + (half ? 0.5 : 0)) * 12 : value + (half ? 0.5 : 0);
    const about = roughly.test(flat.slice(0, start)) || more.test(behind.slice(unit[0].length));
    if (about || !(months > 0) || months > longest) return ['unclear'];
    const to = end + unit[0].length + (half ? ' rưỡi'.length : 0);
    const period = `${text.slice(start, end)} ${unit[1] === 'nam' ? 'năm' : 'tháng'}${half ? ' rưỡi' : ''}`;
    return [{ months, period, start, end: to }];
  });
  const [period, ...others] = found;
  if (period === undefined || period === 'unclear') return undefined;
  return others.every((o) => o !== 'unclear' && o.months === period.months) ? period : undefined;
}
const longest = 600;
const spelt = /^ ?(thang|nam)(?![a-z])(?! (?:nay|ngoai|truoc|toi|sau|\d))/;
/** "Tháng 8", "ngày 3 tháng 8". */
const calendar = /\b(?:thang|nam|ngay|mung|mong|quy)(?: (?:thu|so))? ?$/;
const roughly =
  /\b(?:hon|gan|khoang|tam|chung|duoi|chua (?:den|toi|day)|it nhat|toi da|tu|tren|vai|qua|phai|du|tron|moc|han|ke)(?: (?:duoc|la|du|co))? ?$/;
const more = /^ (?:may|hon|le|\d)/;
