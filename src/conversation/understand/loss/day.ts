// The day on which something was lost, told in passing: "bão số 3 năm 2024 ngô nhà tôi mất trắng … tiền đi đâu".
import { datesIn, middleOfYear } from '../../../language/dates.ts';
import { clean, fold, foldInPlace } from '../../../language/fold.ts';
import { relativeDates } from '../day/relative-dates.ts';

/** YYYY-MM-DD, of a year before this one; "now" where it is told to have been lately; undefined where no day of a loss is told. */
export function lossDayIn(message: string, today: string): string | undefined {
  for (const sentence of clean(message).split(/[.!?\n]+(?=\s|$)/u)) {
    if (!lost.test(fold(sentence))) continue;
    const flat = foldInPlace(sentence);
    const told = datesIn(sentence).map(({ year, month }) =>
      month ? `${year}-${String(month).padStart(2, '0')}-01` : middleOfYear(year),
    );
    const [day] = [...told, ...relativeDates(sentence, flat, today).map((d) => d.day)].sort();
    // "Bão năm 2024 …, đến hôm nay chưa được đồng nào": it was lost then, whatever else is told of today.
    if (day && day.slice(0, 4) < today.slice(0, 4)) return day;
    if (lately.test(fold(sentence))) return 'now';
  }
  return undefined;
}
const lost =
  /\b(?:mat trang|mat mua|bao so|con bao|bi bao|bao (?:do|cuon|lam)|lu (?:cuon|quet|ve)|ngap|sat lo|mua da|chet|hong (?:het|sach|ca)|troi|tieu huy|bi dich|dich ta)\b/;
const lately =
  /\b(?:bay gio|hien nay|nam nay|dot nay|vu nay|vua (?:roi|qua|xong)|hom (?:qua|kia|no|truoc|nay)|tuan (?:truoc|nay)|thang (?:truoc|nay)|moi (?:bi|hom))\b/;
