// Reads figures out of a sentence: a value with its unit and its limit, so that "tối đa 20 triệu đồng" is not "20 triệu đồng".

import { datesIn } from '../language/dates.ts';
import { fold } from '../language/fold.ts';
import { numbersIn } from '../language/numbers.ts';
import { onceFor } from './once.ts';

/** `mixed`: two limits that contradict each other stand at one number; no clause says so. */
export type Limit = 'none' | 'max' | 'min' | 'over' | 'under' | 'about' | 'mixed';
export type Figure = { value: number; unit: string; limit: Limit; text: string; start: number };

/** Spans of a sentence that are names of texts, articles or dates: checked against the register, never as figures. */
export type Mention = { kind: 'document' | 'article' | 'date'; text: string; start: number; end: number };

const limitWords: [Limit, string[]][] = [
  [
    'max',
    [
      'tối đa',
      'không quá',
      'không được quá',
      'không vượt quá',
      'nhiều nhất',
      'cao nhất',
      'chậm nhất',
      'trong thời hạn',
      'trong vòng',
      'trong',
      'đến hết',
    ],
  ],
  ['min', ['ít nhất', 'tối thiểu', 'không thấp hơn', 'không dưới', 'từ đủ', 'đủ', 'thấp nhất', 'từ']],
  ['over', ['trên', 'hơn', 'quá']],
  ['under', ['dưới', 'chưa đến', 'chưa tới']],
  ['about', ['khoảng', 'gần', 'ước', 'chừng', 'bình quân']],
];
/** Words that may stand between a limit and its number: "tối đa là 05 năm", "ít nhất bằng 1,5 mức". */
const between = new Set([
  'là',
  'bằng',
  'đến',
  'tới',
  'từ',
  'có',
  'thêm',
  'cả',
  'được',
  'mỗi',
  'cũng',
  'chỉ',
  'còn',
  'khoản',
  'của',
  'phải',
  'vay',
]);

const numberWritten =
  /\d+\/\d{4}\/[\p{Lu}\d-]+g?|\d+\s?[-/]\s?(?:QĐ|NQ|NĐ|KH|CTr|TT|CT|BCĐ)[-/][\p{L}\d]+(?:-[\p{L}\d]+)*/gu;
const documentName =
  /(?:Nghị quyết|Nghị định|Quyết định|Thông tư|Kế hoạch|Chỉ thị|Chương trình hành động|Đề án|Luật(?: Hợp tác xã| HTX)?|NQ|NĐ|QĐ|TT)(?: số)?(?: năm)? \d+(?:\/\d{4})?(?![\d.,]*\d)/giu;
const article =
  /(?:Điều|khoản|điểm|Mục|mục|Mẫu|mẫu|Phụ lục|chính sách|nhiệm vụ|nhóm) (?:số )?(?:\d+[a-zđ]?|[IVX]+(?:[.-]\d+)*)(?:\s?[,–-]\s?\d+)*(?:\s?\(\d+\))?(?![.,]?\d|\s?%)/gu;

/** Names of texts, article numbers and dates in a sentence, none overlapping. */
export function mentionsIn(text: string): Mention[] {
  const found: Mention[] = [];
  const add = (kind: Mention['kind'], start: number, end: number) => {
    if (!found.some((f) => start < f.end && f.start < end))
      found.push({ kind, text: text.slice(start, end), start, end });
  };
  for (const m of text.matchAll(numberWritten)) add('document', m.index, m.index + m[0].length);
  for (const m of text.matchAll(documentName)) add('document', m.index, m.index + m[0].length);
  for (const d of datesIn(text)) add('date', d.start, d.end);
  for (const m of text.matchAll(article)) add('article', m.index, m.index + m[0].length);
  return found;
}

/** Units by the words they are spelt with, longest first: what `figuresIn` needs from words.yaml. */
export type Units = { spelling: string[]; canonical: string }[];

export const unitsOf = onceFor(
  (groups: readonly (readonly string[])[]): Units =>
    groups
      .flatMap((group) => group.map((name) => ({ spelling: tokens(name), canonical: group[0] ?? name })))
      .sort((a, b) => b.spelling.length - a.spelling.length),
);

const tokens = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/%|[\p{L}]+/gu) ?? [];

/** The figures of a clause; its words do not change, so they are read once. */
export const figuresOf = (clause: { words: string }, units: Units): readonly Figure[] =>
  figuresBy(units)(clause);
const figuresBy = onceFor((units: Units) =>
  onceFor((clause: { words: string }): readonly Figure[] => figuresIn(clause.words, units)),
);

/** Every figure of a sentence. Words for numbers count only before a known unit, and "một" alone is the article; digits always count. */
export function figuresIn(text: string, units: Units): Figure[] {
  const nfc = text.normalize('NFC');
  const mentions = mentionsIn(nfc);
  const blank = mentions.reduce(
    (t, m) => t.slice(0, m.start) + '·'.repeat(m.end - m.start) + t.slice(m.end),
    nfc,
  );
  const numbers = numbersIn(blank);
  return numbers.flatMap((n, index) => {
    const next = numbers[index + 1];
    const joined = next && /^\s?[-–—]\s?$/.test(blank.slice(n.end, next.start)) ? next : undefined;
    const unit = unitAfter(blank.slice((joined ?? n).end), units);
    if (n.inWords && (!unit.known || n.value === 1)) return [];
    const limit = both(before(blank.slice(0, n.start)), after(blank.slice((joined ?? n).end)));
    return [{ value: n.value, unit: unit.name, limit, text: nfc.slice(n.start, n.end), start: n.start }];
  });
}

function unitAfter(rest: string, units: Units): { name: string; known: boolean } {
  const following = tokens(rest.split(/[.;:!?·]|\s[-–]\s/)[0] ?? '').slice(0, 6);
  if (!/^\s*[\p{L}%(]/u.test(rest)) return { name: '', known: false };
  for (const { spelling, canonical } of units) {
    if (spelling.every((word, i) => following[i] === word)) return { name: canonical, known: true };
  }
  return { name: fold(following[0] ?? ''), known: false };
}

function both(front: Limit, behind: Limit | undefined): Limit {
  if (!behind || behind === front) return front;
  return front === 'none' ? behind : 'mixed';
}

/** "từ 30 tổ hợp tác trở lên", "5% trở xuống": the limit stands behind. */
function after(rest: string): Limit | undefined {
  const clause = rest.split(/[.;:!?,(]|(?<=\s)(?:và|hoặc|với|thì)\s/)[0] ?? '';
  const near = tokens(clause.split(/\d/)[0] ?? '')
    .slice(0, 8)
    .join(' ');
  if (/(^| )trở lên/.test(near)) return 'min';
  if (/(^| )trở xuống/.test(near)) return 'max';
  return undefined;
}

const signs: Record<string, Limit> = { '≥': 'min', '≤': 'max', '>': 'over', '<': 'under', '~': 'about' };

function before(text: string): Limit {
  const sign = signs[text.trimEnd().at(-1) ?? ''];
  if (sign) return sign;
  const clause = text.split(/[.;:!?(]/).at(-1) ?? '';
  const words = tokens(clause.split(',').at(-1) ?? '');
  while (words.length && between.has(words.at(-1) ?? '') && !endsWithLimit(words)) words.pop();
  return endsWithLimit(words) ?? 'none';
}

function endsWithLimit(words: readonly string[]): Limit | undefined {
  let best: { limit: Limit; length: number } | undefined;
  for (const [limit, phrases] of limitWords) {
    for (const phrase of phrases) {
      const parts = phrase.split(' ');
      if (
        parts.every((p, i) => words[words.length - parts.length + i] === p) &&
        parts.length > (best?.length ?? 0)
      ) {
        best = { limit, length: parts.length };
      }
    }
  }
  return best?.limit;
}
