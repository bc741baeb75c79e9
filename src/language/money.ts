// Sums of money as people write them: "80tr", "1 tỷ 2", "100.000.000 đồng", "80 củ".
import { clean, fold } from './fold.ts';
import { numbersIn } from './numbers.ts';

/** `value` in đồng; `before` and `behind`: the words around, folded. */
export type MoneyFound = { value: number; before: string; behind: string };

/** Without marks a multiplier is no part of the number yet; a lone digit behind it counts tenths ("1 tỷ 2"), unless it counts something itself ("10 triệu 1 ha"). */
const shorthand =
  /^ ?(ty|ti|trieu|tr|cu|nghin|ngan(?! (?:hang|sach))|k)(?:(?! \d (?:ha|hec ta|sao|mau|con|kg|ky|ki|can|yen|ta|tan|nguoi|ho|nha|thanh vien|suat|thang|nam|vu|ngay|lan|cay|goc|met|m2|htx|hop tac xa)(?![a-z])) ?(\d)(?!\d|[.,]\d))?(?![a-z])/;
/** What one of a multiplier is worth, by its folded word. */
export const worth: Readonly<Record<string, number>> = {
  ty: 1e9,
  ti: 1e9,
  trieu: 1e6,
  tr: 1e6,
  cu: 1e6,
  nghin: 1e3,
  ngan: 1e3,
  k: 1e3,
};
/** "1 tỷ 2", "2tr5", "1 tấn 2": a lone digit counts tenths, unless it counts something itself. */
export const tenths =
  /^(?! ?1 ha(?![a-z])) ?(\d)(?![\d.,/]\d|\d)(?= *(?:$|[^\sa-z%]|(?:la|thi|co|nhan|chia|cong|tru|x|dong|duoc|dung|phai|khong|ko|ma|a|ha|bn|bao nhieu|nua|hoi|cho|va|voi|mot|moi|trong|chua|roi|the|vay|nhi|lon|heo|tat ca|ca|toi|minh|tui|gop|vay|von|mua|ma)(?![a-z])))/;
/** In đồng; a number as large that counts anything but money is said with what it counts. */
const least = 100_000;
const counted = /^ ?(?:%|(?:phan tram|con|kg|ky|ta|tan|ha|m2|nguoi|ho|nha|cay|hop tac xa|htx)(?![a-z]))/;

/** Every sum of at least a hundred thousand đồng, left to right. */
export function moneyIn(message: string): MoneyFound[] {
  const text = clean(message);
  return numbersIn(text).flatMap(({ value, start, end }): MoneyFound[] => {
    const before = fold(text.slice(0, start));
    const behind = fold(text.slice(end));
    const short = shorthand.exec(behind);
    const by = worth[short?.[1] ?? ''] ?? 1;
    const whole = by === 1 ? value : value * by + (Number(short?.[2] ?? 0) * by) / 10;
    const more = by === 1 && value >= 1e6 ? tenths.exec(behind) : undefined;
    const sum = more ? whole + (Number(more[1]) * multiplierOf(text.slice(start, end))) / 10 : whole;
    const rest = behind.slice((short ?? more)?.[0].length ?? 0);
    return sum < least || counted.test(rest) ? [] : [{ value: Math.round(sum), before, behind: rest }];
  });
}

/** 1e9 of "1 tỷ", 1e6 of "20 triệu", else 0. */
const multiplierOf = (number: string): number => {
  const last = /([a-z]+)$/.exec(fold(number))?.[1] ?? '';
  return worth[last] ?? 0;
};
