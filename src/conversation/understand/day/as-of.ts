// Reads whether a message asks about the law of another day: "năm 2023 thì sao?", "trước 1/7/2024", "hồi năm ngoái", "sang năm".
import { isAsking } from '../../../language/asking.ts';
import { datesIn, middleOfYear } from '../../../language/dates.ts';
import { clean, foldInPlace, syllables } from '../../../language/fold.ts';
import { textKinds } from '../../../language/text-kinds.ts';
import { relativeDates } from './relative-dates.ts';

export type AsOf = {
  /** YYYY-MM-DD. After `today` only for the coming year: later years are targets, not days of a law. */
  day: string;
  /** The message without the words of time. */
  rest: string;
  /** Nothing else was said: the last question is meant, on another day. */
  alone: boolean;
};

type Dated = { start: number; end: number; year: number; month?: number; day?: number };

const follow =
  '(?:\\s+(?:thi|la|se|duoc|sao|nhu the nao|ra sao|the nao|bao nhieu|may|nguoi|gi|khac|a|nhi|vay|ha|the))*\\s*[?!.…]*$';
const opener = '^(?:(?:the|vay|con|thi|a|roi|va|ok|o|tinh)\\s+)*';
/** "bây giờ thì sao?": back to today after a question about another day. */
const backToNow = (year: string): RegExp =>
  new RegExp(
    `${opener}(?:tu\\s+|den\\s+)?(?:bay gio|gio|hien nay|hien gio|hien tai|luc nay|thoi diem nay|hom nay|nay|nam nay|(?:nam\\s+)?${year})${follow}`,
  );
/** Said after the year: the year was a story, the question is about now. */
const butNow = /\b(?:bay gio|gio|hien nay|hien gio|hien tai|den nay)\b/;
const thatTime = /\b(?:hoi|luc|khi|thoi)\s+(?:do|ay)\b|\bnam\s+(?:do|ay)\b/;

const before = /\btruoc(?:\s+(?:ngay|thang|nam|thoi diem|khi|hoi|luc|mung))*\s*$/;
const since = /\b(?:tu|ke tu|sau)(?:\s+(?:ngay|thang|nam|thoi diem|khi|dau|mung))*\s*$/;
const part = /\b(dau|giua|cuoi)(?:\s+nam)?\s*$/;
const lead =
  /(?:\b(?:hoi|vao|thoi|luc|tai|trong|tu|con|the|vay|neu|o|cho|tinh|den|truoc|sau|ke tu|dau|giua|cuoi|theo quy dinh)\s+)*(?:\b(?:nam|ngay|thang|mung|thoi diem|khi)\s+)*$/;
/** What a year belongs to when it is not the day asked about: a text's number, a period, a target. */
const ofAText = new RegExp(
  `\\b(?:${textKinds}|chi thi)\\b(?:\\s+(?:so|hop tac xa|htx))*(?:\\s+\\S*\\d\\S*)?(?:\\s+cua(?:\\s+[^\\s?!.;,]+){1,9})?(?:\\s+(?:nam|ngay|ky|ban hanh|so))*\\s*$`,
);
/** "quy định tổ hợp tác 2019", at the end: the year names the text. */
const namesAText =
  /\b(?:nghi quyet|nghi dinh|quyet dinh|thong tu|luat|quy dinh|chinh sach|nq|nd|qd)\b(?:\s+[^\s?!.;,]+){0,6}\s+(?:nam\s+)?$/;
const ofAPlan =
  /\b(?:giai doan|chi tieu|muc tieu|den|toi|tam nhin|phan dau|moc|het|nhu|ban|so voi|han|sang)(?:\s+(?:ngay|het|cuoi|nam))*\s*$/;
/** "tổ lập năm 2020", "cấp giấy tháng 2/2025": when something began, not when it is asked about. */
const began =
  /\b(?:lap|dang ky|ky|ban hanh|ra doi|hoat dong|khai truong|gop|vao|tham gia|lam|co tu|chay|mo|cap|cong nhan|tot nghiep|mua|sinh|xay|giay|chung nhan|hop dong)\s+(?:(?:tu|vao|hoi|truoc|ngay|thang|nam|cuoi|dau|giua|khoang)\s+)*$/;
/** "đã nhận thưởng năm 2023", "hồ sơ nộp từ năm 2022": what was done then; "phí nộp năm 2022 là bao nhiêu" asks of that year. */
const done =
  /\b(?:da|tung|vua|moi)\s+(?:duoc\s+)?(?!co\b|den\b|la\b|qua\b|het\b)(?:[^\s?!.;,]+\s+){1,5}?(?:(?:tu|vao|hoi|ngay|thang|nam|cuoi|dau|giua|khoang|luc)\s+)*$/;
const handedIn =
  /\b(?:nop|gui|khai|nhan|linh|vay|duyet|trao|xet)\s+(?:(?:don|ho so|giay|giay to|tien|thuong|von|no|roi|duoc|xong)\s+)*(?:(?:tu|vao|hoi|ngay|thang|nam|cuoi|dau|giua|khoang|luc)\s+)+$/;
const asksOfThen =
  /^\s*(?:thi|la|theo|o|can|phai|duoc|muc|may|bao|gom|nhu|the nao|ra sao|co|ap dung|het|mat|$|\?)/;
/** "trồng năm 2015", "quế trong tu 2015"; "trong năm 2024" is the time asked about, and without marks it is so unless something grown stands before it. */
const planted = /(?<!\p{L})trồng\s+(?:(?:từ|vào|hồi|trước|ngày|tháng|năm|cuối|đầu|giữa|khoảng)\s+)*$/iu;
const plantedUnmarked =
  /\b(?:que|che|buoi|cay|rung|keo|vuon|da|moi|duoc|tre|mang|cam|quyt|dau|ngo|san)\s+trong\s+(?:(?:tu|vao|hoi|truoc|ngay|thang|nam|cuoi|dau|giua|khoang)\s+)*$/;
/** "… năm 2024 là bao nhiêu" asks of that year; "năm 2024 là năm …" tells. */
const tellsOfYear = /^\s*la\b(?!\s+(?:bao nhieu|bnhieu|bn|may|gi|the nao|ai|nhu the nao|muc nao|cai gi)\b)/;
/** "tiền năm ngoái chưa nhận được": still waited for today. */
const stillWaited =
  /^(?:\s+\S+){0,4}?\s+(?:chua|van chua|mai chua)\s+(?:thay|nhan|duoc|co|linh|lay|tra|ve|den)\b/;
/** "giấy cấp năm 2015 còn giá trị không": asked about now, unless the year opens the question. */
const stillAsked = /\bcon\b.*\b(?:khong|ko|k|nua|chua)\b/;
const asks =
  /[?]|\b(?:gi|may|bao nhieu|bao lau|nao|sao|dau|khong|ko|k|chua|ai|the nao|a|nhi|duoc|can|phai|muc|luat|quy dinh)\b/;

/** `last` is the day of the answer before, for "hồi đó". */
export function asOfIn(message: string, today: string, last?: string): AsOf | undefined {
  const text = expandYears(clean(message));
  const flat = foldInPlace(text);
  const thisYear = today.slice(0, 4);
  if (backToNow(thisYear).test(flat)) return { day: today, rest: '', alone: true };
  const months = monthsUnmarked(flat);
  const dated: Dated[] = [
    ...months,
    ...datesIn(text).filter((d) => !months.some((m) => d.start < m.end && m.start < d.end)),
  ];
  for (const date of dated.sort((a, b) => a.start - b.start)) {
    const head = flat.slice(0, date.start);
    const foot = flat.slice(date.end);
    if (/^\s*[-–/]\s*\d/.test(foot) || /\d\s*[-–/]\s*$/.test(head) || isNumber(date, head, foot)) continue;
    if (isStory(text, flat, date)) continue;
    if (!date.month && String(date.year) === thisYear && !part.test(head)) continue;
    const day = dayOf(date, head, today);
    if (day && day >= '1990' && day <= `${Number(thisYear) + 1}-12-31`) return found(text, flat, date, day);
  }
  for (const date of relativeDates(text, flat, today, last)) {
    if (isStory(text, flat, date)) continue;
    return found(
      text,
      flat,
      date,
      part.test(flat.slice(0, date.start)) ? partOf(date.day, flat.slice(0, date.start), today) : date.day,
    );
  }
  return undefined;
}

/** "1/7/24" and "năm 23" as people write them. */
function expandYears(text: string): string {
  return text
    .replace(/(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2([12]\d)(?![\d/.-])/g, '$1$2$3$220$4')
    .replace(/((?:năm|nam|hồi|hoi)\s+)([12]\d)(?=\s*(?:$|[?!.,]|thì|thi\b|sao))/giu, '$120$2');
}

/** "tháng 7 2024", "thang 7 nam 2024". */
function monthsUnmarked(flat: string): Dated[] {
  return [...flat.matchAll(/(?:(\d{1,2}) )?thang (\d{1,2})(?: nam | )((?:19|20)\d{2})(?![\d/])/g)].flatMap(
    (m) => {
      const month = Number(m[2]);
      if (month < 1 || month > 12) return [];
      return [
        {
          start: m.index,
          end: m.index + m[0].length,
          year: Number(m[3]),
          month,
          ...(m[1] ? { day: Number(m[1]) } : {}),
        },
      ];
    },
  );
}

/** "2000 mét đất": four digits with no word of time before them, and a word behind that they may count. */
function isNumber(date: Dated, head: string, foot: string): boolean {
  if (date.month || lead.exec(head)?.[0]) return false;
  return !/^\s*(?:$|[?!.,;]|thi\b|sao\b|bao nhieu\b|can\b)/.test(foot);
}

function isStory(text: string, flat: string, { start, end }: { start: number; end: number }): boolean {
  const head = flat.slice(0, start);
  const foot = flat.slice(end);
  const now = butNow.test(foot) || (text !== flat && /(?<!\p{L})nay(?!\p{L})/iu.test(text.slice(end)));
  if (now && !thatTime.test(foot)) return true;
  if (ofAText.test(head) || (ofAPlan.test(head) && !/tôi/iu.test(text.slice(Math.max(0, start - 9), start))))
    return true;
  if (/\btheo\s*$/.test(head) && /^\d{1,2}\/\d{4}/.test(flat.slice(start))) return true;
  if (tellsOfYear.test(foot) || (namesAText.test(head) && /^[\s?!.]*$/.test(foot))) return true;
  if (stillAsked.test(foot) && head.replace(lead, '').trim() !== '') return true;
  if ((began.test(head) || isPlanted(text, flat, start) || stillWaited.test(foot)) && !thatTime.test(foot))
    return true;
  if (tellsDone(text, flat, start, end)) return true;
  if (tellsBehind(text, flat, start, end)) return true;
  const story = text.split(' ').length > longStory;
  const ends = story ? /[.,!;\n](?:\s|$)|\?/ : /[.!;\n](?:\s|$)|\?/;
  const from = Math.max(
    ...['.', '!', '?', '\n', ';', ...(story ? [','] : [])].map((c) => head.lastIndexOf(`${c} `)),
  );
  const length = foot.search(ends);
  const alone = from < 0 && (length < 0 || length >= foot.trimEnd().length - 1);
  const to = end + (length < 0 ? foot.length : length + 1);
  return !alone && !(story ? isAsking(text.slice(from + 1, to)) : asks.test(flat.slice(from + 1, to)));
}
/** By marks where they were typed: "đã" is no "da". */
function tellsDone(text: string, flat: string, start: number, end: number): boolean {
  const [head, foot] = [flat.slice(0, start), flat.slice(end)];
  if (thatTime.test(foot)) return false;
  const said = done.exec(head);
  const spelt = text === flat || /^(?:đã|từng|vừa|mới)/iu.test(text.slice(said?.index ?? start));
  return (said !== null && spelt) || (handedIn.test(head) && !asksOfThen.test(foot));
}

/** "Bao giờ có tiền, năm ngoái nhà bác em chờ mãi": the question stands before, and the clause with the year only tells of somebody. */
function tellsBehind(text: string, flat: string, start: number, end: number): boolean {
  const comma = Math.max(...[', ', '. ', '? ', '; '].map((c) => flat.lastIndexOf(c, start)));
  if (comma < 0 || !isAsking(text.slice(0, comma + 1))) return false;
  const next = flat.slice(end).search(/[,.;!?](?:\s|$)/);
  const to = next < 0 ? text.length : end + next;
  const behind = flat.slice(end, to);
  const lone =
    flat
      .slice(comma + 1, start)
      .replace(lead, '')
      .trim() === '';
  return (
    lone && somebody.test(behind) && !asksBehind.test(behind) && flat[to] !== '?' && !thatTime.test(behind)
  );
}
const somebody =
  /^ (?:ma |thi |la )?(?:nha|bon|chung|toi|em|minh|ho|nguoi|ba con|dan|vo|chong|bac|chu|co|anh|chi|ong|xa|phuong|thon|ban|htx|hop tac xa|to|ca)\b(?: \S+){2,}/;
const asksBehind =
  /\b(?:gi|may|bao nhieu|bao lau|nao|sao|dau|chua|ai|the nao|a|nhi|muc|quy dinh)\b|\b(?:khong|ko|k)$/;

function isPlanted(text: string, flat: string, start: number): boolean {
  const head = flat.slice(0, start);
  return text === flat ? plantedUnmarked.test(head) : planted.test(text.slice(0, start));
}
/** In words; in a longer message a year is asked about only in a clause that asks. */
const longStory = 20;

function dayOf(date: Dated, head: string, today: string): string | undefined {
  const iso = (month: number, day: number): string =>
    new Date(Date.UTC(date.year, month - 1, day)).toISOString().slice(0, 10);
  const first = iso(date.month ?? 1, date.day ?? 1);
  if (before.test(head)) return iso(date.month ?? 1, (date.day ?? 1) - 1);
  if (since.test(head)) return first <= today ? today : first;
  // The month that is now is today.
  if (date.month && !date.day && first.slice(0, 7) === today.slice(0, 7)) return today;
  if (date.month) return first;
  return part.test(head) ? partOf(first, head, today) : middleOfYear(date.year);
}

/** The beginning, middle or end of a year; the end of this year is not past today. */
function partOf(day: string, head: string, today: string): string {
  const year = day.slice(0, 4);
  const which = part.exec(head)?.[1];
  const at = which === 'dau' ? `${year}-01-02` : which === 'giua' ? `${year}-07-02` : `${year}-12-31`;
  return at > today && year === today.slice(0, 4) ? today : at;
}

const empty = new Set(
  'the con vay thi sao nhi a con roi va y la em minh khong ko phai neu doi voi cua nhu do kia chu cai bao nhieu may duoc ra khac gi nguoi hoi cho o ha do luc thoi nao'.split(
    ' ',
  ),
);

function found(
  text: string,
  flat: string,
  { start, end }: { start: number; end: number },
  day: string,
): AsOf {
  const cut = lead.exec(flat.slice(0, start))?.index ?? start;
  const rest = `${text.slice(0, cut)} ${text.slice(end)}`
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+/, '')
    .trim();
  return { day, rest, alone: syllables(rest).every((w) => empty.has(w)) };
}
