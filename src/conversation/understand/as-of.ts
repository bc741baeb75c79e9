// Reads whether a message asks about the law of an earlier day: "năm 2023 thì sao?", "trước 1/7/2024".
import { datesIn } from '../../language/dates.ts';
import { fold } from '../../language/fold.ts';

export type AsOf = {
  /** YYYY-MM-DD, never after `today`. */
  day: string;
  /** The message without the words of time. */
  rest: string;
  /** Nothing else was said: the last question is meant, on another day. */
  alone: boolean;
};

const before = /(?:trước|truoc)(?:\s+(?:ngày|ngay|năm|nam|thời điểm|khi))?\s*$/iu;
const lead =
  /(?:(?:hồi|vào|thời|lúc|tại|trong|từ|còn|thế|vậy|nếu|ở|hoi|vao|thoi|luc|tai|con|the|vay|neu)\s+)*(?:(?:năm|ngày|tháng|thời điểm|nam|ngay|thang)\s+)?$/iu;
const tail =
  /^\s*(?:thì\s+sao|thi\s+sao|thì|thi|sao|như thế nào|nhu the nao|ra sao|thế nào|the nao)?\s*[?!.]*\s*$/iu;
/** What a year belongs to when it is not the day asked about: a text's number, a period, a target. */
const notADay =
  /(?:nghị quyết|nghị định|quyết định|thông tư|luật|giai đoạn|chỉ tiêu|mục tiêu|đến|kế hoạch|tới|nghi quyet|nghi dinh|quyet dinh|thong tu|luat|giai doan|chi tieu|muc tieu|den|ke hoach|toi)(?:\s+(?:số|so|năm|nam|hợp tác xã|htx|hop tac xa))*\s*$/iu;

/** "bây giờ thì sao?": back to today after a question about another day. */
const now =
  /^(?:(?:thế|vậy|còn|the|vay|con)\s+)?(?:bây giờ|bay gio|giờ|gio|hiện nay|hien nay|hiện giờ|hien gio|năm nay|nam nay|nay)\s*(?:thì\s+sao|thi\s+sao|thì|thi|sao|như thế nào|thế nào)?\s*[?!.]*$/iu;

export function asOfIn(text: string, today: string): AsOf | undefined {
  if (now.test(text.trim())) return { day: today, rest: '', alone: true };
  for (const date of datesIn(text)) {
    const head = text.slice(0, date.start);
    const foot = text.slice(date.end);
    if (/^\s*[-–/]\s*\d/.test(foot) || /\d\s*[-–/]\s*$/.test(head) || notADay.test(head)) continue;
    const isBefore = before.test(head);
    const day = dayOf(date, isBefore);
    if (day > today || day < '1990' || (!date.month && String(date.year) === today.slice(0, 4))) continue;
    const rest = `${head.replace(before, ' ').replace(lead, ' ')} ${foot}`.replace(/\s+/g, ' ').trim();
    const alone = fold(rest.replace(tail, '')).replace(/[^a-z\d]+/g, '').length <= 3;
    return { day, rest, alone };
  }
  return undefined;
}

function dayOf(date: { year: number; month?: number; day?: number }, isBefore: boolean): string {
  const at = (month: number, day: number): Date => new Date(Date.UTC(date.year, month - 1, day));
  const first = at(date.month ?? 1, date.day ?? 1);
  const shown = isBefore ? new Date(first.getTime() - 86_400_000) : date.month ? first : at(7, 2);
  return shown.toISOString().slice(0, 10);
}
