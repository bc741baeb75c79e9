// Whether a rule is in force on a given day: the validity firewall every answer passes through.
import type { Document } from './schema/document.ts';
import type { Provision } from './schema/provision.ts';

export type Validity = 'in_force' | 'ended' | 'not_yet' | 'unknown';

/** Why and when. `not_yet` with `issue` knows only the day of issue, before which no text can hold. `ended` with `period` means the document's own stated period has run out, not that it was repealed. */
export type Standing =
  | { validity: 'in_force'; from?: string; period?: string }
  | {
      validity: 'ended';
      until: string;
      because: 'period' | 'replaced' | 'clause';
      period?: string;
      replacedBy?: string;
    }
  | { validity: 'not_yet'; from: string; known: 'start' | 'issue' }
  | { validity: 'unknown' };

/** Where a clause stands on `day` (YYYY-MM-DD, Vietnamese calendar). Bounds are inclusive: a rule still speaks on its last day. */
export function standingOf(
  provision: Pick<Provision, 'from' | 'until'>,
  document: Document,
  day: string,
): Standing {
  const from = provision.from ?? document.in_force_from ?? document.period_from;
  if (from && day < from) return { validity: 'not_yet', from, known: 'start' };
  if (!from && document.issued && day < document.issued)
    return { validity: 'not_yet', from: document.issued, known: 'issue' };
  if (provision.until && day > provision.until) {
    return { validity: 'ended', until: provision.until, because: 'clause' };
  }
  if (document.ended_on && day > document.ended_on) {
    return {
      validity: 'ended',
      until: document.ended_on,
      because: 'replaced',
      ...(document.replaced_by ? { replacedBy: document.replaced_by } : {}),
    };
  }
  if (document.period_until && day > document.period_until) {
    return {
      validity: 'ended',
      until: document.period_until,
      because: 'period',
      period: periodOf(document, document.period_until),
      ...(document.replaced_by ? { replacedBy: document.replaced_by } : {}),
    };
  }
  if (!from && !document.issued && !document.ended_on && !document.period_until)
    return { validity: 'unknown' };
  const start = provision.from ?? document.in_force_from;
  return {
    validity: 'in_force',
    ...(start ? { from: start } : {}),
    ...(document.period_until ? { period: periodOf(document, document.period_until) } : {}),
  };
}

/** The texts that came in an ended one's place up to `day`, each replacing the one before; a ring in the register ends the walk. */
export function successorsOf(
  documents: ReadonlyMap<string, Document>,
  replacedBy: string | undefined,
  day: string,
): Document[] {
  const found: Document[] = [];
  for (let id = replacedBy; id; ) {
    const next = documents.get(id);
    if (!next || found.includes(next)) break;
    found.push(next);
    id = standingOf({}, next, day).validity === 'ended' ? next.replaced_by : undefined;
  }
  return found;
}

/** The period as the title itself writes it ("giai đoạn 2021 - 2025" → "2021–2025"), or by its years. */
function periodOf(document: Document, until: string): string {
  const match = /giai đoạn (\d{4})\s*[-–]\s*(\d{4})/.exec(document.title);
  if (match) return `${match[1]}–${match[2]}`;
  return `${(document.period_from ?? until).slice(0, 4)}–${until.slice(0, 4)}`;
}

export const isOff = (standing: Standing): boolean =>
  standing.validity === 'ended' || standing.validity === 'not_yet';

/** One word for several clauses: ended or not yet only when every clause that matters is; mixed answers speak with a warning. */
export function together(standings: readonly Standing[]): Validity {
  const first = standings[0];
  if (!first) return 'unknown';
  if (standings.every((s) => s.validity === first.validity)) return first.validity;
  const known = standings.filter((s) => s.validity !== 'unknown');
  const one = known[0];
  if (one && known.every((s) => s.validity === one.validity)) return one.validity;
  return known.some((s) => s.validity === 'in_force') ? 'in_force' : 'ended';
}
