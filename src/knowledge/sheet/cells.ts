// Reads one cell as the curator meant it, whatever Excel made of it: dates, numbers, odd spaces, bullets, line ends.
import type { Kind, Value } from './columns.ts';

/** What a spreadsheet reader hands over for a cell. */
export type Cell = string | number | boolean | Date | null | undefined;
export type ReadCell = { value: Value } | { wrong: string };

/** One form for every way the same words can be typed or pasted: NFC, plain spaces, no invisible characters, "\n" line ends. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

/** What a cell shows of a value: lists one a line. */
export const cellText = (value: Value): string => [value].flat().join('\n');

export const oneLine = (text: string): string => plain(text).replaceAll('\n', ' ');

export function readCell(kind: Kind, cell: Cell): ReadCell {
  if (cell === null || cell === undefined) return empty(kind);
  if (kind === 'date') return readDate(cell);
  if (cell instanceof Date)
    return { wrong: 'Excel đã đổi ô này thành ngày; đặt định dạng ô là Text rồi gõ lại' };
  const sentence = kind === 'text' || kind === 'lines';
  if (sentence && typeof cell !== 'string')
    return { wrong: `Excel đã đổi ô này thành ${said(cell)}; đặt định dạng ô là Text rồi gõ lại` };
  const text = plain(String(cell));
  if (text === '') return empty(kind);
  if (/^[=@]|^#(?:N\/A|[A-Z]+[!?/0]*)$/.test(text))
    return { wrong: `ô bắt đầu bằng “${text.slice(0, 8)}” giống công thức; gõ lại thành câu chữ` };
  if (kind === 'lines') return { value: linesIn(text) };
  if (kind === 'codes') return { value: text.split(/[\s,;]+/).filter(Boolean) };
  return { value: kind === 'word' ? text.toLowerCase() : oneLine(text) };
}

const empty = (kind: Kind): ReadCell => ({ value: kind === 'lines' || kind === 'codes' ? [] : '' });
const said = (cell: number | boolean): string => (typeof cell === 'number' ? `số ${cell}` : 'đúng/sai');

/** A bullet typed by habit before a line is no part of it. */
function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^[-–•*+](\s+|$)/, '').trim())
    .filter(Boolean);
}

function readDate(cell: Exclude<Cell, null | undefined>): ReadCell {
  if (cell instanceof Date) return { value: cell.toISOString().slice(0, 10) };
  if (typeof cell === 'number') return { value: ofSerial(cell) };
  const text = plain(String(cell));
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (day && month && year) return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
  if (text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text)) return { value: text };
  return { wrong: `“${text}” không phải ngày; viết ngày/tháng/năm, ví dụ 23/05/2027` };
}

/** Excel counts days from 30/12/1899. */
const ofSerial = (days: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
