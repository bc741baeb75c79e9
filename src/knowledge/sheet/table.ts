// Reads the sheets of a workbook into rows of cards and ways of asking; each mistake names its sheet, row and column.
import { type Cell, oneLine, readCell } from './cells.ts';
import { askHeadings, columns, type Field, fields, rowColumns, sheetNames, type Value } from './columns.ts';

/** A workbook as read: cells by sheet, and the addresses ("B5") of cells that hold a formula or its error. */
export type Sheet = { name: string; rows: readonly (readonly Cell[])[]; formulas: ReadonlySet<string> };
/** Where in the workbook; rows count from 1 as Excel shows them. */
export type At = { sheet: string; row: number; column: string; heading: string };
export type Mistake = { at: At; message: string };

export type CardRow = {
  row: number;
  id: string;
  topic: string;
  mark: string;
  /** Only the fields whose column is in the sheet and whose cell could be read. */
  values: Map<Field, Value>;
  at: (heading: string) => At;
};
export type AskRow = { id: string; title: string; ask: string; at: At };
export type Table = { cards: CardRow[]; asks: AskRow[]; hasAsks: boolean; mistakes: Mistake[] };

export function readTable(sheets: readonly Sheet[]): Table {
  const mistakes: Mistake[] = [];
  const cardSheet = sheets.find((s) => s.name === sheetNames.cards);
  const askSheet = sheets.find((s) => s.name === sheetNames.asks);
  if (!cardSheet && !askSheet) {
    const at = { sheet: sheets[0]?.name ?? sheetNames.cards, row: 1, column: 'A', heading: '' };
    const message = `tệp không có trang “${sheetNames.cards}” hay “${sheetNames.asks}”; hãy sửa trên tệp đã xuất`;
    return { cards: [], asks: [], hasAsks: false, mistakes: [{ at, message }] };
  }
  return {
    cards: cardSheet ? readCards(cardSheet, mistakes) : [],
    asks: askSheet ? readAsks(askSheet, mistakes) : [],
    hasAsks: askSheet !== undefined,
    mistakes,
  };
}

function readCards(sheet: Sheet, mistakes: Mistake[]): CardRow[] {
  const all = { ...rowColumns, ...columns };
  const headings = Object.values(all).map((c) => c.heading);
  const open = opened(sheet, headings, [rowColumns.id.heading], mistakes);
  return open.rows.map(({ row, cell, at }) => {
    const read = (key: keyof typeof all): Value | undefined => {
      const { heading, kind } = all[key];
      const found = cell(heading);
      if (found === undefined) return undefined;
      const got = readCell(kind, found.cell);
      if ('value' in got) return got.value;
      mistakes.push({ at: at(heading), message: got.wrong });
      return undefined;
    };
    const values = fields.flatMap((field): [Field, Value][] => {
      const value = read(field);
      return value === undefined ? [] : [[field, value]];
    });
    const word = (key: 'id' | 'topic' | 'mark'): string => String(read(key) ?? '');
    return { row, at, id: word('id'), topic: word('topic'), mark: word('mark'), values: new Map(values) };
  });
}

function readAsks(sheet: Sheet, mistakes: Mistake[]): AskRow[] {
  const needed = [askHeadings.id, askHeadings.ask];
  return opened(sheet, Object.values(askHeadings), needed, mistakes).rows.flatMap(({ cell, at }) => {
    const text = (heading: string): string => oneLine(String(cell(heading)?.cell ?? ''));
    const got = readCell('text', cell(askHeadings.ask)?.cell);
    const ask = 'value' in got ? String(got.value) : '';
    const where = at(askHeadings.ask);
    if ('wrong' in got) mistakes.push({ at: where, message: got.wrong });
    else if (ask === '')
      mistakes.push({ at: where, message: 'dòng này chưa có cách hỏi; viết vào hoặc xóa cả dòng' });
    return ask
      ? [{ id: text(askHeadings.id).toLowerCase(), title: text(askHeadings.title), ask, at: where }]
      : [];
  });
}

type Opened = {
  row: number;
  cell: (heading: string) => { cell: Cell } | undefined;
  at: (heading: string) => At;
};

/** Finds the columns by their headings, wherever they were moved to; rows with nothing in them are left out. */
function opened(
  sheet: Sheet,
  headings: readonly string[],
  needed: readonly string[],
  mistakes: Mistake[],
): { rows: Opened[] } {
  const head = (sheet.rows[0] ?? []).map((cell) => oneLine(String(cell ?? '')));
  const place = (row: number, index: number): At => ({
    sheet: sheet.name,
    row,
    column: letters(index),
    heading: head[index] ?? '',
  });
  head.forEach((heading, index) => {
    if (heading !== '' && !headings.includes(heading))
      mistakes.push({
        at: place(1, index),
        message: `không có cột tên “${heading}”; giữ nguyên tên cột đã xuất`,
      });
    if (heading !== '' && head.indexOf(heading) !== index)
      mistakes.push({ at: place(1, index), message: `cột “${heading}” có hai lần; bỏ bớt một` });
  });
  for (const heading of needed)
    if (!head.includes(heading))
      mistakes.push({ at: place(1, 0), message: `thiếu cột “${heading}”; giữ nguyên tên cột đã xuất` });

  const rows = sheet.rows.slice(1).flatMap((cells, i): Opened[] => {
    const row = i + 2;
    head.forEach((heading, index) => {
      if (heading === '' || !sheet.formulas.has(`${letters(index)}${row}`)) return;
      const message =
        'ô này là công thức (câu bắt đầu bằng = + - @); gõ dấu nháy đơn ở đầu ô rồi viết lại thành chữ';
      mistakes.push({ at: place(row, index), message });
    });
    const filled = head.some((h, index) => h !== '' && oneLine(String(cells[index] ?? '')) !== '');
    if (!filled) return [];
    return [
      {
        row,
        cell: (heading) => (head.includes(heading) ? { cell: cells[head.indexOf(heading)] } : undefined),
        at: (heading) => place(row, Math.max(0, head.indexOf(heading))),
      },
    ];
  });
  return { rows };
}

/** 0 → A, 25 → Z, 26 → AA. */
function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (index % 26));
}

export const sayAt = (at: At): string =>
  `${at.sheet}!${at.column}${at.row}${at.heading ? ` (dòng ${at.row}, cột “${at.heading}”)` : ''}`;
