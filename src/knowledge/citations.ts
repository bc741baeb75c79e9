// Turns the clauses a card cites into citations a person can read: document, article, and the words one tap away.
import { sayDate } from '../language/dates.ts';
import type { Knowledge } from './knowledge.ts';
import type { Document, Provision } from './schema.ts';
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

/** "Điều 4 khoản 7 Luật Hợp tác xã 17/2023/QH15". */
export function sayPlace(citation: Citation): string {
  const { dieu, khoan, diem } = citation.provision;
  const place = citation.provision.place?.includes(citation.document.number)
    ? undefined
    : citation.provision.place;
  const parts = [
    dieu && `Điều ${dieu}`,
    khoan && `khoản ${khoan}`,
    diem && `điểm ${diem}`,
    !dieu && place && `(${place})`,
  ].filter(Boolean);
  return parts.length && dieu
    ? `${parts.join(' ')} ${citation.document.short}`
    : `${citation.document.short}${parts.length ? ` ${parts.join(' ')}` : ''}`;
}

/** One line an article, clauses of one document together, each said once. */
export function sayCitations(citations: readonly Citation[]): string[] {
  const lines = new Map<string, string>();
  for (const c of citations) {
    const place = sayPlace(c);
    if (!lines.has(place)) lines.set(place, `${place}${sayStanding(c.standing)}`);
  }
  return [...lines.values()];
}

function sayStanding(standing: Standing): string {
  switch (standing.validity) {
    case 'in_force':
      return standing.from ? ` (áp dụng từ ${sayDate(standing.from)})` : '';
    case 'not_yet':
      return ` (từ ${sayDate(standing.from)} mới áp dụng)`;
    case 'ended':
      return standing.because === 'period'
        ? ` (giai đoạn ${standing.period}, đã qua)`
        : ` (đến ${sayDate(standing.until)})`;
    case 'unknown':
      return '';
  }
}
