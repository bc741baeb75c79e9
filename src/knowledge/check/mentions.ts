// Checks the names of texts, the dates, periods and articles a sentence mentions against the clauses it rests on and the register.
import { fold } from '../../language/fold.ts';
import { namesText } from '../document-names.ts';
import { type Mention, mentionsIn } from '../figures.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Document } from '../schema/document.ts';
import type { Provision } from '../schema/provision.ts';

/** What is wrong with each mention, in words for a curator. `shown` are dates that marked calculations give. */
export function mistakenMentions(
  k: Knowledge,
  text: string,
  clauses: readonly Provision[],
  shown: readonly string[],
): string[] {
  const mentions = mentionsIn(text);
  const named = mentions.filter((m) => m.kind === 'document');
  const register = [...k.documents.values()];
  const texts = new Set([
    ...clauses.flatMap((p) => k.documents.get(p.document) ?? []),
    ...register.filter((d) => named.some((m) => namesText(m.text, d))),
  ]);
  const words = clauses.map((p) => `${p.place ?? ''}\n${p.words}`).join('\n');
  // A card that rests on nothing and names no text claims nothing by a year: "chính sách 2026–2030".
  const claims = texts.size > 0;
  const near = [...texts].flatMap((d) => [d, k.documents.get(d.replaced_by ?? '') ?? d]);
  const starts = new Set([...datesOf(words), ...near.flatMap(startsOf), ...shown.map(normal)]);
  const ends = new Set(near.flatMap(endsOf));
  const dated = (m: Mention): boolean =>
    starts.has(normal(m.text)) ||
    (ends.has(normal(m.text)) && (isYear(m.text) || untilBefore.test(text.slice(0, m.start)))) ||
    (!claims && isYear(m.text));
  const periods = new Set([words, ...near.map((d) => `${d.title} ${d.number}`)].flatMap(periodsIn));
  return [
    ...mentions.flatMap((m) => {
      if (m.kind === 'document' && !words.includes(m.text) && !register.some((d) => namesText(m.text, d)))
        return [`văn bản “${m.text}” không có trong documents.yaml; sửa số hoặc thêm văn bản`];
      if (m.kind === 'date' && !dated(m))
        return [
          `ngày “${m.text}” không có trong điều khoản thẻ dẫn hay văn bản có tên trong câu; sửa ngày hoặc ghi calculations`,
        ];
      if (m.kind === 'article' && !articleStands(m, clauses, words))
        return [`“${m.text}” không phải điều, khoản nào thẻ dẫn; sửa số hoặc dẫn thêm điều khoản`];
      return [];
    }),
    ...(claims ? periodsIn(text) : [])
      .filter((period) => !periods.has(period))
      .map(
        (period) =>
          `giai đoạn “${period}” không có trong điều khoản hay tên văn bản nào thẻ dẫn; sửa lại năm`,
      ),
  ];
}

const untilBefore = /(?:đến|hết|tới)(?: hết)?(?: ngày)? $/u;
const isYear = (text: string): boolean => /^\d{4}$/.test(text);
const normal = (text: string): string => (text.match(/\d+/g) ?? []).map(Number).join('/');
const yearsIn = (text: string): string[] => text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];
const periodsIn = (text: string): string[] =>
  [...text.matchAll(/(?<!\d)((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})(?!\d)/g)].map(
    (m) => `${m[1]}–${m[2]}`,
  );

/** Each date of a text, with the month and the year it stands in. */
const datesOf = (text: string): string[] =>
  mentionsIn(text)
    .filter((m) => m.kind === 'date')
    .flatMap((m) => [normal(m.text), ...withoutDay(normal(m.text)), ...yearsIn(m.text)]);
const withoutDay = (date: string): string[] =>
  date.split('/').length === 3 ? [date.replace(/^\d+\//, '')] : [];

/** "1/7/2024", "7/2024", "2024": the ways a day of the register may be written. */
const waysToSay = (date: string | undefined): string[] => {
  const [year, month, day] = (date ?? '').split('-').map(Number);
  return date ? [`${day}/${month}/${year}`, `${month}/${year}`, `${year}`] : [];
};
const startsOf = (d: Document): string[] => [
  ...[d.issued, d.in_force_from, d.period_from].flatMap(waysToSay),
  ...yearsIn(`${d.title} ${d.number}`),
];
const endsOf = (d: Document): string[] => [d.ended_on, d.period_until].flatMap(waysToSay);

/** "Điều 18" is the article of a cited clause, or stands in the words of one. */
function articleStands(m: Mention, clauses: readonly Provision[], words: string): boolean {
  if (words.includes(m.text)) return true;
  const numbers = m.text.match(/\d+[a-zđ]?|[IVX]+/g) ?? [];
  const kind = fold(m.text).split(' ')[0];
  const places = clauses.flatMap((p) => [
    ...(kind === 'dieu' ? [p.dieu] : kind === 'khoan' ? [p.khoan] : kind === 'diem' ? [p.diem] : []),
    p.place,
  ]);
  return numbers.every((n) => places.some((place) => place?.match(/\d+[a-zđ]?|[IVX]+/g)?.includes(n)));
}
