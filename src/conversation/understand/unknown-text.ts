// Recognises a legal text named by a number, or a number and year, that stands nowhere in the knowledge: another text must not answer for it.
import { documentNumber } from '../../knowledge/document-number.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import { clean, fold, foldInPlace } from '../../language/fold.ts';

const counted =
  'nguoi|ho|nha|thang|ngay|nam(?! (?:19|20)\\d\\d)|trieu|ty|ha|sao|con|cay|lan|khoan|dieu|diem|muc|buoc|loai|nhom';
const issued = '(?:ngay|ra ngay|ky ngay|ban hanh ngay)\\s+\\d{1,2}[/.-]\\d{1,2}[/.-]';
const named = new RegExp(
  `\\b(nghi quyet|nghi dinh|quyet dinh|thong tu|nq|nd|qd|tt)\\s*(?:so\\s*)?(\\d{1,4})(?![\\d.,%]*\\d|%|\\s*(?:${counted})\\b)(?:(?:/|\\s+nam\\s+)((?:19|20)\\d\\d))?(/[a-z]+-?[a-z]*(?:\\s+${issued}((?:19|20)\\d\\d))?)?`,
  'g',
);

/** `formal`: with the letters behind its number ("/QĐ-TTg"), as one writes who has the text at hand. */
type Found = { kind: string; number: string; year: string | undefined; formal: boolean; said: string };

const shortKinds: Record<string, string> = {
  'nghi quyet': 'nq',
  'nghi dinh': 'nd',
  'quyet dinh': 'qd',
  'thong tu': 'tt',
};

function textsNamed(text: string): Found[] {
  const typed = clean(text);
  return [...foldInPlace(typed).matchAll(named)].map((m) => ({
    kind: shortKinds[m[1] as string] ?? (m[1] as string),
    number: (m[2] as string).replace(/^0+(?=\d)/, ''),
    year: m[3] ?? m[5],
    formal: m[4] !== undefined,
    said: typed.slice(m.index, m.index + m[0].length),
  }));
}

/** Of one number: the years texts of it are known of, and their kinds. */
type Known = { years: Set<string>; kinds: Set<string> };

/** By number, of the register and of every text that cards or cues speak of. */
const known = onceFor((knowledge: Knowledge): ReadonlyMap<string, Known> => {
  const spoken = [
    ...[...knowledge.cards.values()].flatMap((c) => [c.title, c.answer, ...c.details, ...c.asks]),
    ...[...knowledge.cues.values()].flatMap((t) => t.asks),
    ...[...knowledge.documents.values()].map((d) => d.reported?.text ?? ''),
  ]
    .filter((text) => /\d/.test(text))
    .flatMap(textsNamed);
  const all = new Map<string, Known>();
  const add = (number: string, kind: string | undefined, year: string | undefined): void => {
    const own = all.get(number) ?? { years: new Set(), kinds: new Set() };
    if (kind) own.kinds.add(kind);
    if (year) own.years.add(year);
    all.set(number, own);
  };
  for (const { number, kind, year } of spoken) add(number, kind, year);
  for (const d of knowledge.documents.values()) {
    const number = documentNumber(d);
    const kind = /\b(nq|nd|qd|tt)\b/.exec(fold(d.number))?.[1];
    if (number) add(number, kind, /(?:19|20)\d\d/.exec(`${d.number} ${d.issued ?? ''}`)?.[0]);
  }
  return all;
});

/** As typed ("nghị định 57"); undefined when one that is named is known, or none is named. */
export function unknownText(knowledge: Knowledge, text: string): string | undefined {
  const all = textsNamed(text);
  const isKnown = ({ kind, number, year, formal }: Found): boolean => {
    const own = known(knowledge).get(number);
    if (!own || (formal && !own.kinds.has(kind))) return false;
    return !year || own.years.size === 0 || own.years.has(year);
  };
  return all.some(isKnown) ? undefined : all[0]?.said;
}
