// Dated figures: the value in force on a day, with start dates only, put into sentences where $(id) stands.
import type { Knowledge } from './knowledge.ts';
import type { Amount } from './schema/amount.ts';

type AmountOn =
  | { kind: 'value'; value: string; cites: readonly string[]; from: string }
  | { kind: 'not_yet'; from: string };

/** The latest value that began on or before `day`; before the first one the amount is `not_yet`, never guessed. */
function amountOn(amount: Amount, day: string): AmountOn {
  const begun = amount.values.filter((v) => v.from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (begun) return { kind: 'value', value: begun.value, cites: begun.cites, from: begun.from };
  const first = amount.values.map((v) => v.from).sort()[0] ?? day;
  return { kind: 'not_yet', from: first };
}

export const amountMark = /\$\(([a-z0-9-]+)\)/g;

/** Fills every $(amount-id) for `day`; also says which clauses the filled figures rest on. */
export function fillAmounts(
  text: string,
  knowledge: Pick<Knowledge, 'amounts'>,
  day: string,
): { text: string; cites: string[] } {
  const cites: string[] = [];
  const filled = text.replace(amountMark, (mark, id: string) => {
    const amount = knowledge.amounts.get(id);
    if (!amount) return mark;
    const on = amountOn(amount, day);
    if (on.kind === 'not_yet') return 'mức chưa áp dụng';
    cites.push(...on.cites);
    return on.value;
  });
  return { text: filled, cites };
}
