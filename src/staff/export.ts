// Leads as .xlsx and as CSV that Excel opens right: Vietnamese intact, numbers and times as such, phones as text, no formula.
import writeXlsx from 'write-excel-file/node';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { sayPhone } from '../language/phones.ts';
import { stateOf } from '../leads/lead.ts';
import type { LeadRow } from '../leads/store/list.ts';
import { sayTime } from './pages/layout.ts';
import { formWords, kindWords, leadStateWords, sayShortDay } from './words.ts';

const vietnamAheadMs = 7 * 3_600_000;

/** A moment in UTC, which both kinds of file show as Việt Nam time, or a day. */
type Cell = string | number | { at: string } | { day: string };
type Column = {
  head: string;
  width: number;
  of: (r: LeadRow, k: Knowledge, names: Map<string, string>) => Cell;
};
const columns: readonly Column[] = [
  { head: 'Mã', width: 12, of: (r) => r.code },
  { head: 'Loại', width: 12, of: (r) => kindWords[r.kind] ?? r.kind },
  { head: 'Muốn lập', width: 14, of: (r) => formWords[r.form ?? ''] ?? '' },
  { head: 'Tên', width: 24, of: (r) => (r.erased ? '(đã xóa)' : (r.name ?? '')) },
  { head: 'Điện thoại', width: 16, of: (r) => (r.phone ? sayPhone(r.phone) : '') },
  { head: 'Phường, xã', width: 22, of: (r, k) => k.places.get(r.place ?? '')?.name ?? '' },
  { head: 'Nơi ở', width: 28, of: (r, k) => r.placeText ?? k.places.get(r.place ?? '')?.name ?? '' },
  { head: 'Ngành', width: 22, of: (r) => r.productText ?? '' },
  { head: 'Số người, hộ', width: 12, of: (r) => r.members ?? '' },
  { head: 'Tính theo', width: 10, of: (r) => (r.members ? (r.memberUnit ?? 'người') : '') },
  { head: 'Giờ tiện gọi', width: 18, of: (r) => r.bestTime ?? '' },
  { head: 'Lời nhắn', width: 40, of: (r) => r.note ?? '' },
  { head: 'Tình trạng', width: 16, of: (r) => leadStateWords[stateOf(r)] },
  { head: 'Lý do', width: 24, of: (r) => r.statusReason ?? '' },
  { head: 'Giao cho', width: 20, of: (r, _, names) => names.get(r.assignedTo ?? '') ?? '' },
  { head: 'Hẹn gọi lại', width: 14, of: (r) => (r.callBackOn ? { day: r.callBackOn } : '') },
  { head: 'Nguồn', width: 14, of: (r) => r.source ?? '' },
  { head: 'Đồng ý lúc', width: 18, of: (r) => ({ at: r.consent.at }) },
  { head: 'Gửi lúc', width: 18, of: (r) => ({ at: r.createdAt }) },
  { head: 'Sửa lúc', width: 18, of: (r) => ({ at: r.updatedAt }) },
];

export async function leadsAsXlsx(
  rows: readonly LeadRow[],
  k: Knowledge,
  names: Map<string, string>,
): Promise<Buffer> {
  const sheet = [
    columns.map((column) => ({ value: column.head, fontWeight: 'bold' as const })),
    ...rows.map((r) => columns.map((column) => xlsxCell(column.of(r, k, names)))),
  ];
  return writeXlsx(sheet, {
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    sheet: 'Phiếu',
  }).toBuffer();
}

/** Numbers add up and times sort; a sheet knows no time zone, so it is given the clock of Việt Nam. */
function xlsxCell(cell: Cell) {
  if (typeof cell === 'number') return { type: Number, value: cell };
  if (typeof cell === 'string') return { type: String, value: noControl(cell) };
  if ('day' in cell) return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: 'dd/mm/yyyy' };
  return {
    type: Date,
    value: new Date(Date.parse(cell.at) + vietnamAheadMs),
    format: 'dd/mm/yyyy hh:mm',
  };
}

/**
 * UTF-8 with a byte-order mark and semicolons: Excel set to Vietnamese takes the comma for the decimal sign and splits on
 * semicolons; "sep=;" says so to every other Excel.
 */
export function leadsAsCsv(rows: readonly LeadRow[], k: Knowledge, names: Map<string, string>): string {
  const cells = rows.map((r) => columns.map((column) => plain(column.of(r, k, names))));
  const lines = [columns.map((c) => c.head), ...cells].map((row) => row.map(csvCell).join(';'));
  return `\ufeffsep=;\r\n${lines.join('\r\n')}\r\n`;
}

function plain(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? sayShortDay(cell.day) : sayTime(cell.at);
}

/** What a spreadsheet would run is made words by a leading apostrophe (OWASP: CSV injection), wide signs and what stands behind signs without width too. */
export function csvCell(value: string): string {
  const seen = noControl(value);
  const safe = /^[\s\p{Cf}]*[=+\-@＝＋－＠\t\r]/u.test(seen) ? `'${seen}` : seen;
  return `"${safe.replaceAll('"', '""')}"`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const noControl = (value: string): string => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
