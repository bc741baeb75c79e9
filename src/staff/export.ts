// Leads as .xlsx and as CSV that Excel opens right: Vietnamese intact, phones as text, no cell that could be a formula.
import writeXlsx from 'write-excel-file/node';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { sayPhone } from '../language/phones.ts';
import type { LeadRow } from '../leads/store/list.ts';
import { sayTime } from './pages/layout.ts';
import { formWords, kindWords, statusWords } from './words.ts';

const head = [
  'Mã',
  'Loại',
  'Muốn lập',
  'Tên',
  'Điện thoại',
  'Nơi ở',
  'Ngành',
  'Số người',
  'Giờ tiện gọi',
  'Lời nhắn',
  'Tình trạng',
  'Lý do',
  'Giao cho',
  'Nguồn',
  'Đồng ý lúc',
  'Gửi lúc',
  'Sửa lúc',
];
const widths = [12, 12, 14, 24, 16, 28, 22, 10, 18, 40, 16, 24, 20, 14, 18, 18, 18];

function cells(r: LeadRow, k: Knowledge, names: Map<string, string>): string[] {
  return [
    r.code,
    kindWords[r.kind] ?? r.kind,
    formWords[r.form ?? ''] ?? '',
    r.erased ? '(đã xóa)' : (r.name ?? ''),
    r.phone ? sayPhone(r.phone) : '',
    r.placeText ?? k.places.get(r.place ?? '')?.name ?? '',
    r.productText ?? '',
    r.members ? String(r.members) : '',
    r.bestTime ?? '',
    r.note ?? '',
    statusWords[r.status],
    r.statusReason ?? '',
    names.get(r.assignedTo ?? '') ?? '',
    r.source ?? '',
    sayTime(r.createdAt),
    sayTime(r.createdAt),
    sayTime(r.updatedAt),
  ];
}

export async function leadsAsXlsx(
  rows: readonly LeadRow[],
  k: Knowledge,
  names: Map<string, string>,
): Promise<Buffer> {
  const sheet = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((r) => cells(r, k, names).map((value) => ({ type: String, value: noControl(value) }))),
  ];
  return writeXlsx(sheet, {
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    sheet: 'Phiếu',
  }).toBuffer();
}

/**
 * UTF-8 with a byte-order mark and semicolons: Excel set to Vietnamese takes the comma for the decimal sign and splits on
 * semicolons; "sep=;" says so to every other Excel.
 */
export function leadsAsCsv(rows: readonly LeadRow[], k: Knowledge, names: Map<string, string>): string {
  const lines = [head, ...rows.map((r) => cells(r, k, names))].map((row) => row.map(csvCell).join(';'));
  return `\ufeffsep=;\r\n${lines.join('\r\n')}\r\n`;
}

/** What a spreadsheet would run is made words by a leading apostrophe (OWASP: CSV injection). */
export function csvCell(value: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${noControl(safe).replaceAll('"', '""')}"`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const noControl = (value: string): string => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
