// Recognises a legal text named by a number, or a number and year, that stands nowhere in the knowledge: another text must not answer for it.
import { documentNumber } from '../../knowledge/document-number.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import { clean, foldInPlace } from '../../language/fold.ts';

const counted =
  'nguoi|ho|nha|thang|ngay|nam(?! (?:19|20)\\d\\d)|trieu|ty|ha|sao|con|cay|lan|khoan|dieu|diem|muc|buoc|loai|nhom';
const named = new RegExp(
  `\\b(?:nghi quyet|nghi dinh|quyet dinh|thong tu|nq|nd|qd|tt)\\s*(?:so\\s*)?(\\d{1,4})(?![\\d.,%]*\\d|%|\\s*(?:${counted})\\b)(?:(?:/|\\s+nam\\s+)((?:19|20)\\d\\d))?`,
  'g',
);

type Found = { number: string; year: string | undefined; said: string };

function textsNamed(text: string): Found[] {
  const typed = clean(text);
  return [...foldInPlace(typed).matchAll(named)].map((m) => ({
    number: (m[1] as string).replace(/^0+(?=\d)/, ''),
    year: m[2],
    said: typed.slice(m.index, m.index + m[0].length),
  }));
}

/** Number → the years it is known of, of the register and of every text that cards or talk speak of. */
const known = onceFor((knowledge: Knowledge): ReadonlyMap<string, ReadonlySet<string>> => {
  const spoken = [
    ...[...knowledge.cards.values()].flatMap((c) => [c.title, c.answer, ...c.details, ...c.asks]),
    ...[...knowledge.talk.values()].flatMap((t) => t.asks),
    ...[...knowledge.documents.values()].map((d) => d.reported?.text ?? ''),
  ]
    .filter((text) => /\d/.test(text))
    .flatMap(textsNamed);
  const years = new Map<string, Set<string>>();
  const add = (number: string, year: string | undefined): void => {
    const own = years.get(number) ?? new Set();
    years.set(number, year ? own.add(year) : own);
  };
  for (const { number, year } of spoken) add(number, year);
  for (const d of knowledge.documents.values()) {
    const number = documentNumber(d);
    if (number) add(number, /(?:19|20)\d\d/.exec(`${d.number} ${d.issued ?? ''}`)?.[0]);
  }
  return years;
});

/** As typed ("nghị định 57"); undefined when one that is named is known, or none is named. */
export function unknownText(knowledge: Knowledge, text: string): string | undefined {
  const all = textsNamed(text);
  const isKnown = ({ number, year }: Found): boolean => {
    const years = known(knowledge).get(number);
    return years !== undefined && (!year || years.size === 0 || years.has(year));
  };
  return all.some(isKnown) ? undefined : all[0]?.said;
}
