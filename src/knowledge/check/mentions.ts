// Checks the names of texts, the dates and the articles a sentence mentions against the clauses it rests on and the register.
import { fold } from '../../language/fold.ts';
import { type Mention, mentionsIn } from '../figures.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Document, Provision } from '../schema.ts';

/** What is wrong with each mention, in words for a curator. `shown` are dates that marked calculations give. */
export function mistakenMentions(
  k: Knowledge,
  text: string,
  clauses: readonly Provision[],
  shown: readonly string[],
): string[] {
  const mentions = mentionsIn(text);
  const texts = new Set([
    ...clauses.flatMap((p) => k.documents.get(p.document) ?? []),
    ...[...k.documents.values()].filter((d) =>
      mentions.some((m) => m.kind === 'document' && sameNumber(m.text, d)),
    ),
  ]);
  const words = clauses.map((p) => `${p.place ?? ''}\n${p.words}`).join('\n');
  const dates = new Set([
    ...datesOf(words),
    ...[...texts].flatMap((d) => datesOfText(d, k)),
    ...shown.map(normal),
  ]);
  return mentions.flatMap((m) => {
    if (m.kind === 'document') {
      if (words.includes(m.text) || namesOf(k).has(normalName(m.text)) || isKnown(k, m.text)) return [];
      return [`văn bản “${m.text}” không có trong documents.yaml; sửa số hoặc thêm văn bản`];
    }
    if (m.kind === 'date') {
      // A card that rests on nothing claims nothing by a year: "chính sách 2026–2030".
      if (dates.has(normal(m.text)) || (clauses.length === 0 && /^\d{4}$/.test(m.text))) return [];
      return [
        `ngày “${m.text}” không có trong điều khoản thẻ dẫn hay văn bản có tên trong câu; sửa ngày hoặc ghi calculations`,
      ];
    }
    return articleStands(m, clauses, words)
      ? []
      : [`“${m.text}” không phải điều, khoản nào thẻ dẫn; sửa số hoặc dẫn thêm`];
  });
}

const normal = (text: string): string => (text.match(/\d+/g) ?? []).map(Number).join('/');
const normalName = (text: string): string => fold(text).replace(/\s/g, '');
const yearsIn = (text: string): string[] => text.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [];

/** Each date of a text, with the month and the year it stands in. */
const datesOf = (text: string): string[] =>
  mentionsIn(text)
    .filter((m) => m.kind === 'date')
    .flatMap((m) => [normal(m.text), ...withoutDay(normal(m.text)), ...yearsIn(m.text)]);
const withoutDay = (date: string): string[] =>
  date.split('/').length === 3 ? [date.replace(/^\d+\//, '')] : [];

/** The dates of a text of law and of the one it replaced or was replaced by: "trước 01/7/2024 …". */
function datesOfText(document: Document, k: Knowledge): string[] {
  const near = [document, k.documents.get(document.replaced_by ?? '')].flatMap((d) => d ?? []);
  return near.flatMap((d) => [
    ...[d.issued, d.in_force_from, d.ended_on, d.period_from, d.period_until].flatMap((date) => {
      const [year, month, day] = (date ?? '').split('-').map(Number);
      return date ? [`${day}/${month}/${year}`, `${month}/${year}`, `${year}`] : [];
    }),
    ...yearsIn(`${d.title} ${d.number}`),
  ]);
}

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

function sameNumber(mention: string, document: Document): boolean {
  if (mention.includes(document.number)) return true;
  const named = /(\d+)(?:\/(\d{4}))?$/.exec(mention);
  const own = /^(\d+)(?:\/(\d{4}))?/.exec(document.number);
  if (!named || !own || Number(named[1]) !== Number(own[1])) return false;
  return !named[2] || named[2] === own[2];
}

const isKnown = (k: Knowledge, mention: string): boolean =>
  [...k.documents.values()].some(
    (d) =>
      sameNumber(mention, d) ||
      (/(?:Luật|luật)/.test(mention) && yearsIn(d.number).includes(mention.slice(-4))),
  );

const names = new WeakMap<Knowledge, Set<string>>();
function namesOf(k: Knowledge): Set<string> {
  const ready = names.get(k) ?? new Set([...k.documents.values()].map((d) => normalName(d.number)));
  names.set(k, ready);
  return ready;
}
