// Whether a rule is in force on a given day: the validity firewall every answer passes through.
import type { Document, Provision } from './schema.ts';

export const validities = ['in_force', 'ended', 'not_yet', 'unknown'] as const;
export type Validity = (typeof validities)[number];

/** Why and when. `ended` with `period` means the document's own stated period has run out, not that it was repealed. */
export type Standing =
  | { validity: 'in_force'; from: string | undefined }
  | {
      validity: 'ended';
      until: string;
      because: 'period' | 'replaced' | 'clause';
      period?: string;
      replacedBy?: string;
    }
  | { validity: 'not_yet'; from: string }
  | { validity: 'unknown' };

/** Where a clause stands on `day` (YYYY-MM-DD, Vietnamese calendar). Bounds are inclusive: a rule still speaks on its last day. */
export function standingOf(provision: Provision, document: Document, day: string): Standing {
  const from = provision.from ?? document.in_force_from ?? document.period_from ?? document.issued;
  if (from && day < from) return { validity: 'not_yet', from };
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
    const start = (document.period_from ?? document.period_until).slice(0, 4);
    return {
      validity: 'ended',
      until: document.period_until,
      because: 'period',
      period: periodIn(document) ?? `${start}–${document.period_until.slice(0, 4)}`,
      ...(document.replaced_by ? { replacedBy: document.replaced_by } : {}),
    };
  }
  return from || document.ended_on || document.period_until
    ? { validity: 'in_force', from }
    : { validity: 'unknown' };
}

/** The period as the title itself writes it: "giai đoạn 2021 - 2025" → "2021–2025". */
function periodIn(document: Document): string | undefined {
  const match = /giai đoạn (\d{4})\s*[-–]\s*(\d{4})/.exec(document.title);
  return match ? `${match[1]}–${match[2]}` : undefined;
}

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
