// The workbook on disk and back, and the curators' files written all together or not at all.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import readXlsx from 'read-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import type { Write } from './apply.ts';
import type { Cell } from './cells.ts';
import { formulasIn } from './formulas.ts';
import type { Page, PageCell } from './pages.ts';
import type { Sheet } from './table.ts';

export async function writeWorkbook(file: string, pages: readonly Page[]): Promise<void> {
  const sheets = pages.map((page) => ({
    sheet: page.name,
    data: page.rows.map((row, i) => row.map((cell) => styled(cell, i === 0))),
    columns: page.widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: page.frozenColumns,
  }));
  writeFileSync(file, await writeXlsx(sheets).toBuffer());
}

/** Every cell is words, never a formula; only days are days, so that Excel shows them as people here write them. */
function styled(cell: PageCell, heading: boolean) {
  const look = { wrap: true, alignVertical: 'top' as const };
  if (cell instanceof Date)
    return { value: cell, type: Date, format: 'dd/mm/yyyy', align: 'left' as const, ...look };
  if (!heading) return cell === '' ? null : { value: cell, type: String, ...look };
  return { value: cell, type: String, fontWeight: 'bold' as const, backgroundColor: '#e3efe6', ...look };
}

/** Throws when the file is not there or no workbook. */
export async function readWorkbook(file: string): Promise<Sheet[]> {
  const bytes = readFileSync(file);
  const sheets = await readXlsx(bytes);
  const formulas = formulasIn(bytes);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data as unknown as Cell[][],
    formulas: formulas.get(sheet) ?? new Set(),
  }));
}

/** All new texts are laid beside their files first; then they take their places, and a failure puts the old ones back. */
export function writeAll(folder: string, writes: readonly Write[]): void {
  const files = writes.map((write) => {
    const path = join(folder, write.path);
    return { path, text: write.text, old: existsSync(path) ? readFileSync(path) : undefined };
  });
  const laid = (path: string): string => `${path}.new`;
  try {
    for (const { path, text } of files) {
      if (text === undefined) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(laid(path), text);
    }
    for (const { path, text } of files) {
      if (text === undefined) rmSync(path);
      else renameSync(laid(path), path);
    }
  } catch (error) {
    for (const { path, old } of files) {
      rmSync(laid(path), { force: true });
      if (old === undefined) rmSync(path, { force: true });
      else writeFileSync(path, old);
    }
    throw error;
  }
}
