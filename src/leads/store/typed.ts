// Free text about a lead that is not looked up: sealed in a column of its own beside the plain one in which older versions wrote it.
import type { LeadTable } from '../../database/tables.ts';
import type { Vault } from '../../database/vault.ts';

export const typedColumns = ['place_text', 'product_text', 'best_time', 'status_reason'] as const;
type Typed = (typeof typedColumns)[number];
type Sealed<C extends Typed> = `${C}_sealed`;
type Row<C extends Typed> = Pick<LeadTable, C | Sealed<C>>;

const sealedOf = <C extends Typed>(column: C): Sealed<C> => `${column}_sealed`;

/** Whatever was there before is gone from both columns. */
export function sealTyped<C extends Typed>(vault: Vault, column: C, text: string | undefined): Row<C> {
  const columns: Record<string, string | null> = {
    [column]: null,
    [sealedOf(column)]: text === undefined ? null : vault.seal(text),
  };
  return columns as Row<C>;
}

/** What is plain was written last, by an older process beside this one. */
export function openTyped<C extends Typed>(vault: Vault, row: Row<C>, column: C): string | undefined {
  const plain: string | null = row[column];
  const sealed: string | null = row[sealedOf(column)];
  return plain ?? (sealed === null ? undefined : vault.unseal(sealed));
}

export const nothingTyped = {
  place_text: null,
  place_text_sealed: null,
  product_text: null,
  product_text_sealed: null,
  best_time: null,
  best_time_sealed: null,
  status_reason: null,
  status_reason_sealed: null,
} as const satisfies Row<Typed>;
