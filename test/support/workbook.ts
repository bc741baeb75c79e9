// An exported workbook in memory that a test edits as a curator would in Excel.
import type { Cell } from '../../src/knowledge/sheet/cells.ts';
import { pagesOf } from '../../src/knowledge/sheet/pages.ts';
import type { Sheet } from '../../src/knowledge/sheet/table.ts';
import { invented, type Pack } from './packs.ts';

export type Workbook = {
  sheets: Sheet[];
  /** Puts a value into a card's cell. */
  set: (card: string, heading: string, value: Cell) => void;
  get: (card: string, heading: string) => Cell;
  rows: (sheet: 'Thẻ' | 'Cách hỏi') => Cell[][];
  formula: (sheet: 'Thẻ' | 'Cách hỏi', address: string) => void;
};

export function exported({ knowledge }: Pack = invented): Workbook {
  const formulas = new Map<string, Set<string>>();
  const sheets = pagesOf(knowledge).map((page) => {
    const marked = new Set<string>();
    formulas.set(page.name, marked);
    return { name: page.name, rows: page.rows.map((row): Cell[] => [...row]), formulas: marked };
  });
  const rows = (name: string): Cell[][] => sheets.find((s) => s.name === name)?.rows ?? [];
  const place = (card: string, heading: string): [Cell[], number] => {
    const column = rows('Thẻ')[0]?.indexOf(heading) ?? -1;
    const row = rows('Thẻ').find((r) => r[0] === card);
    if (!row || column < 0) throw new Error(`no cell ${card} ${heading}`);
    return [row, column];
  };
  return {
    sheets,
    rows,
    set(card, heading, value) {
      const [row, column] = place(card, heading);
      row[column] = value;
    },
    get(card, heading) {
      const [row, column] = place(card, heading);
      return row[column];
    },
    formula: (sheet, address) => formulas.get(sheet)?.add(address),
  };
}
