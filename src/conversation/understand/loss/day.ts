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

/** "Tôi bị tháng 9 năm nay, không phải năm 2025", where a loss of a year past was told: it was lately after all. */
export function putsLossNow(message: string, today: string): boolean {
  const text = fold(message);
  const year = today.slice(0, 4);
  const told = withoutDeniedYear(text);
  const past = new RegExp(`\\bnam (?:ngoai|truoc|kia)\\b|\\b20(?!${year.slice(2)})\\d{2}\\b`).test(told);
  if (past) return false;
  const thisYear = new RegExp(`\\bnam nay\\b|\\bnam ${year}\\b|/${year}\\b`).test(told);
  return told !== text || ((thisYear || lately.test(told)) && (befell.test(told) || lost.test(told)));
}

/** The message without the year that it says it was not. */
export const withoutDeniedYear = (text: string): string => text.replace(deniedYear, ' ').trim();
const deniedYear =
  /(?:[,.]? ?\b)(?:khong|ko|k|chu khong|dau co|dau)(?: (?:phai|co))(?: (?:la|hoi|tu|vao))*(?: (?:thang \d{1,2}|nam)){0,2} ?(?:nam )?(?:ngoai|truoc|kia|20\d{2})(?: dau)?\b/g;
const befell = /\b(?:bi|mat|hong|ngap|thiet hai)\b/;
