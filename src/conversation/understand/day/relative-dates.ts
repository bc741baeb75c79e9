// Days told from today or from the last answer: "năm ngoái", "hai năm trước", "sang năm", "hồi đó".
import { middleOfYear } from '../../../language/dates.ts';

export type Relative = { start: number; end: number; day: string };

const counts: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  muoi: 10,
};
/** "mấy năm trước" is no year. */
const several = '\\b(?:may|nhung|cac|bao|hon|vai|nhieu|hang)';
const many = `(\\d{1,2}|${Object.keys(counts).join('|')})`;

/** `flat` is `text` without marks, letter for letter. */
export function relativeDates(text: string, flat: string, today: string, last?: string): Relative[] {
  const year = Number(today.slice(0, 4));
  const ago = (n: string | undefined): string =>
    `${year - (counts[n ?? ''] ?? Number(n))}${today.slice(4).replace('02-29', '02-28')}`;
  const phrases: [RegExp, (m: RegExpExecArray) => string | undefined][] = [
    [new RegExp(`\\bcach day (?:khoang )?${many} nam\\b`), (m) => ago(m[1])],
    [new RegExp(`\\b${many} nam (?:truoc|ve truoc)\\b`), (m) => ago(m[1])],
    [
      new RegExp(`(?<!${several} )\\bnam (?:ngoai|truoc)\\b(?! (?:do|day))`),
      (m) => (lies(text, m) ? undefined : middleOfYear(year - 1)),
    ],
    [/\bhoi nam roi\b/, () => middleOfYear(year - 1)],
    [/\bnam kia\b/, () => middleOfYear(year - 2)],
    [/^(?:(?:the|vay|con|hoi) )*thang truoc\b(?= thi\b| sao\b|\s*[?]?$)/, () => endOfLastMonth(today)],
    [
      /^(?:(?:the|vay|con|neu|tu) )*(?:sang nam|qua nam|nam toi|nam sau)\b(?! do| \d)/,
      (m) => (isMe(text, m) ? undefined : middleOfYear(year + 1)),
    ],
    [/\b(?:hoi|luc|khi|thoi) (?:do|ay)\b|\bnam (?:do|ay)\b/, () => last],
  ];
  return phrases.flatMap(([pattern, dayOf]) => {
    const m = pattern.exec(flat);
    const day = m && dayOf(m);
    return day ? [{ start: m.index, end: m.index + m[0].length, day }] : [];
  });
}

/** "Nằm ngoài", "nằm trước nhà" are no year. */
const lies = (text: string, m: RegExpExecArray): boolean =>
  /nằm/iu.test(text.slice(m.index, m.index + m[0].length));

/** "năm tôi" is not "năm tới". */
const isMe = (text: string, m: RegExpExecArray): boolean =>
  /tôi/iu.test(text.slice(m.index, m.index + m[0].length));

function endOfLastMonth(today: string): string {
  const at = new Date(`${today}T00:00:00Z`);
  at.setUTCDate(0);
  return at.toISOString().slice(0, 10);
}
