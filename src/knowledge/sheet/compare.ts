// Compares a table with the store: which fields and ways of asking differ, which cards are new, which are not in the table.
import type { Knowledge } from '../knowledge.ts';
import type { Card } from '../schema/card.ts';
import { type AsksChange, compareAsks } from './asks.ts';
import { cellText, oneLine, readCell } from './cells.ts';
import { columns, type Field, fields, rowColumns, type Value, type Values, valuesOf } from './columns.ts';
import { freshId } from './ids.ts';
import { markOf } from './mark.ts';
import type { AskRow, At, CardRow, Mistake, Table } from './table.ts';

export type FieldChange = { field: Field; before: Value; after: Value };
export type CardChange = {
  card: Card;
  /** The folder the card moves to; absent when it stays. */
  topic?: string;
  fields: FieldChange[];
  asks?: AsksChange;
};
export type NewCard = { id: string; topic: string; values: Partial<Values>; asks: string[] };
export type Plan = {
  changes: CardChange[];
  added: NewCard[];
  /** Cards of the store without a row; they stay as they are. */
  absent: string[];
  /** Cards with a row but without one way of asking; their asks stay as they are. */
  withoutAsks: string[];
  mistakes: Mistake[];
  /** Where in the workbook a field of a card, or one of its asks, was written. */
  at: (cardId: string, field: Field | 'asks', ask?: string) => At | undefined;
};

export function compareTable(k: Pick<Knowledge, 'cards'>, table: Table): Plan {
  const mistakes = [...table.mistakes];
  const wrong = (at: At, message: string): void => {
    mistakes.push({ at, message });
  };
  const rows = rowsById(k, table, wrong);
  const asks = asksById(k, rows, table, wrong);
  const plan: Plan = {
    changes: [],
    added: [],
    absent: [...k.cards.keys()].filter((id) => !rows.has(id)),
    withoutAsks: [],
    mistakes,
    at: (id, field, ask) =>
      field === 'asks'
        ? (asks.get(id)?.find((a) => a.ask === ask) ?? asks.get(id)?.[0])?.at
        : rows.get(id)?.at(columns[field].heading),
  };
  for (const id of new Set([...rows.keys(), ...asks.keys()])) {
    const card = k.cards.get(id);
    const row = rows.get(id);
    const wanted = asks.get(id)?.map((a) => a.ask) ?? [];
    if (!card) {
      if (row) plan.added.push(newCard(id, row, wanted, wrong));
      continue;
    }
    if (row && table.hasAsks && wanted.length === 0 && card.asks.length > 0) plan.withoutAsks.push(id);
    const change = changeOf(card, row, wanted);
    if (!change) continue;
    plan.changes.push(change);
    if (row?.mark && row.mark !== markOf(card))
      wrong(
        row.at(rowColumns.mark.heading),
        `thẻ “${id}” đã được sửa trong kho sau khi xuất tệp này; xuất lại rồi sửa trên tệp mới`,
      );
  }
  return plan;
}

/** Rows by card id; a row without an id is a new card and gets one from its title. */
function rowsById(
  k: Pick<Knowledge, 'cards'>,
  table: Table,
  wrong: (at: At, message: string) => void,
): Map<string, CardRow> {
  const rows = new Map<string, CardRow>();
  for (const row of table.cards) {
    const at = row.at(rowColumns.id.heading);
    const title = String(row.values.get('title') ?? '');
    if (!row.id && !title) {
      wrong(row.at(columns.title.heading), 'thẻ mới phải có tiêu đề');
      continue;
    }
    if (row.id && !k.cards.has(row.id)) {
      wrong(at, `kho không có thẻ mã “${row.id}”; thẻ mới thì để trống ô mã, máy tự đặt`);
      continue;
    }
    const first = rows.get(row.id);
    if (row.id && first) {
      wrong(at, `mã “${row.id}” đã có ở dòng ${first.row}; mỗi thẻ một dòng`);
      continue;
    }
    rows.set(row.id || freshId(title, (id) => k.cards.has(id) || rows.has(id)), row);
  }
  return rows;
}

/** Ways of asking by card; those of a new card name it by its title. */
function asksById(
  k: Pick<Knowledge, 'cards'>,
  rows: ReadonlyMap<string, CardRow>,
  table: Table,
  wrong: (at: At, message: string) => void,
): Map<string, AskRow[]> {
  const fresh = [...rows].filter(([id]) => !k.cards.has(id));
  const newByTitle = new Map(fresh.map(([id, row]) => [String(row.values.get('title')), id]));
  const asks = new Map<string, AskRow[]>();
  for (const ask of table.asks) {
    const id = ask.id || newByTitle.get(ask.title);
    const at = { ...ask.at };
    if (!id || (ask.id && !k.cards.has(ask.id))) {
      wrong(
        at,
        ask.id
          ? `kho không có thẻ mã “${ask.id}”`
          : `không biết cách hỏi này của thẻ nào; ghi mã thẻ, hoặc tiêu đề đúng như ở trang “Thẻ” nếu là thẻ mới`,
      );
      continue;
    }
    const list = asks.get(id) ?? [];
    const same = list.find((a) => a.ask === ask.ask);
    if (same) wrong(at, `“${ask.ask}” đã có ở dòng ${same.at.row}; bỏ bớt một`);
    asks.set(id, [...list, ask]);
  }
  return asks;
}

function newCard(
  id: string,
  row: CardRow,
  asks: string[],
  wrong: (at: At, message: string) => void,
): NewCard {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.topic))
    wrong(
      row.at(rowColumns.topic.heading),
      'thẻ mới phải có chủ đề: chữ thường không dấu, số và gạch nối, ví dụ ho-tro',
    );
  return { id, topic: row.topic, values: Object.fromEntries(row.values), asks };
}

function changeOf(card: Card, row: CardRow | undefined, wanted: readonly string[]): CardChange | undefined {
  const now = valuesOf(card);
  const changed = fields.flatMap((field): FieldChange[] => {
    const after = row?.values.get(field);
    return after === undefined || same(field, now[field], after)
      ? []
      : [{ field, before: now[field], after }];
  });
  const asks = wanted.length > 0 ? compareAsks(card.asks, restored(card.asks, wanted)) : undefined;
  const asksDiffer = asks && asks.changed.length + asks.added.length + asks.removed.length > 0;
  const topic = row?.topic && row.topic !== card.topic ? row.topic : undefined;
  if (changed.length === 0 && !asksDiffer && !topic) return undefined;
  return { card, fields: changed, ...(asksDiffer ? { asks } : {}), ...(topic ? { topic } : {}) };
}

/** The card's own spelling of an ask where only spaces or invisible characters differ. */
function restored(own: readonly string[], wanted: readonly string[]): string[] {
  const byPlain = new Map(own.map((ask) => [oneLine(ask), ask]));
  return wanted.map((ask) => byPlain.get(ask) ?? ask);
}

/** Whether the cell is what an export writes today, read back: so an untouched export changes nothing. */
function same(field: Field, now: Value, after: Value): boolean {
  const again = readCell(columns[field].kind, cellText(now));
  return 'value' in again && cellText(again.value) === cellText(after);
}
