// Turns the clauses a card cites into citations a person can read: document, article, and the words one tap away.
import { sayDate } from '../language/dates.ts';
import type { Knowledge } from './knowledge.ts';
import type { Document } from './schema/document.ts';
import type { Provision } from './schema/provision.ts';
import { type Standing, standingOf } from './validity.ts';

export type Citation = {
  provision: Provision;
  document: Document;
  standing: Standing;
};

export function citationsOf(knowledge: Knowledge, ids: readonly string[], day: string): Citation[] {
  return ids.flatMap((id) => {
    const provision = knowledge.provisions.get(id);
    const document = provision && knowledge.documents.get(provision.document);
    return provision && document
      ? [{ provision, document, standing: standingOf(provision, document, day) }]
      : [];
  });
}

/** Clauses of one document together, said once: "Điều 58 khoản 1, 2 và Điều 59 khoản 1 Nghị định 12/2030/NĐ-CP (áp dụng từ …)". */
export function sayCitations(citations: readonly Citation[]): string[] {
  const groups = new Map<string, Citation[]>();
  for (const c of citations) {
    const key = `${c.document.id}|${sayStanding(c.standing)}`;
    groups.set(key, [...(groups.get(key) ?? []), c]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0] as Citation;
    const articles = listed(articlesOf(group));
    const places = group.flatMap((c) => placeOf(c) ?? []);
    const place = places.length > 0 ? ` (${[...new Set(places)].join(', ')})` : '';
    return `${articles ? `${articles} ` : ''}${first.document.short}${place}${sayStanding(first.standing)}`;
  });
}

/** "Điều 58 khoản 1, 2": the clauses of an article gathered behind it. */
function articlesOf(group: readonly Citation[]): string[] {
  const articles = new Map<string, string[]>();
  for (const { provision } of group) {
    const { dieu, khoan, diem } = provision;
    if (!dieu) continue;
    const parts = articles.get(dieu) ?? [];
    const part = khoan && (diem ? `${khoan} điểm ${diem}` : khoan);
    articles.set(dieu, part && !parts.includes(part) ? [...parts, part] : parts);
  }
  return [...articles].map(([dieu, parts]) =>
    parts.length > 0 ? `Điều ${dieu} khoản ${parts.join(', ')}` : `Điều ${dieu}`,
  );
}

/** Where in a text without articles; left out when it only repeats the document's number. */
function placeOf({ provision, document }: Citation): string | undefined {
  if (provision.dieu || !provision.place || provision.place.includes(document.number)) return undefined;
  return provision.place;
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join('; ')} và ${items.at(-1)}`;

/** The brackets behind a text: since when, or that it is over. */
export function sayStanding(standing: Standing): string {
  switch (standing.validity) {
    case 'in_force':
      if (standing.from) return ` (áp dụng từ ${sayDate(standing.from)})`;
      return standing.period ? ` (giai đoạn ${standing.period})` : '';
    case 'not_yet':
      return standing.known === 'start'
        ? ` (từ ${sayDate(standing.from)} mới áp dụng)`
        : ` (đến ${sayDate(standing.from)} mới ban hành)`;
    case 'ended':
      return standing.because === 'period'
        ? ` (giai đoạn ${standing.period}, đã qua)`
        : ` (đến ${sayDate(standing.until)})`;
    case 'unknown':
      return '';
  }
}
