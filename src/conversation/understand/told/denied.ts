// "Trồng quế mà, dịch vụ gì đâu": of what is remembered of a person, what they say it is not.
import { clean, fold, syllables } from '../../../language/fold.ts';

type Part<Slot> = { slot: Slot; text: string };

/** The slots denied, and the message without the clauses that deny them; undefined where none is. */
export function deniesTold<Slot>(
  message: string,
  parts: readonly Part<Slot>[],
): { slots: Slot[]; rest: string } | undefined {
  const clauses = clean(message)
    .split(/\s*[,.;!]\s*|\s+(?=(?:chứ|chu)\s)/u)
    .filter((c) => c !== '');
  const read = clauses.map((clause) => ({
    clause,
    denied: clause.includes('?') ? undefined : parts.find((p) => denies(clause, p.text)),
  }));
  const slots = read.flatMap(({ denied }) => denied?.slot ?? []);
  if (slots.length === 0) return undefined;
  return { slots, rest: read.flatMap(({ clause, denied }) => (denied ? [] : clause)).join(', ') };
}

/** Nothing but words of what is remembered, and that it is not so. */
function denies(clause: string, remembered: string): boolean {
  const own = new Set(syllables(remembered));
  const said = syllables(clause);
  const of = said.map((w) => (own.has(w) ? '*' : w)).join(' ');
  return said.some((w) => own.has(w)) && denial.test(fold(of));
}
const self = '(?:(?:chu|ma|a|o|u|da|co|the|toi|em|e|minh|nha|chau|bac|co|lam|trong|nuoi|phai|la|cai|nghe) )*';
const no = '(?:khong|ko|k|kg|dau|chang|cha)';
const what = '(?:\\*(?: |$))+';
const behind = '(?:(?:co|dau|ra|gi|nao|a|nhe|nha|ca|em|ma|nua|day) ?)*';
const denial = new RegExp(
  `^${self}${what}(?:gi |nao )?dau ?${behind}$|^${self}${no} (?:(?:co|phai|lam|trong|nuoi|la|o|he) )*${what}${behind}$`,
);
