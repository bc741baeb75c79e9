// The pages of an exported workbook as rows of cells: the cards, their ways of asking, and a guide to the columns.
import type { Knowledge } from '../knowledge.ts';
import type { Aspect } from '../schema/aspect.ts';
import { cellText } from './cells.ts';
import { askHeadings, columns, fields, rowColumns, sheetNames, valuesOf } from './columns.ts';
import { markOf } from './mark.ts';

export type PageCell = string | Date;
export type Page = { name: string; widths: number[]; rows: PageCell[][]; frozenColumns: number };

export function pagesOf(k: Pick<Knowledge, 'cards'>): Page[] {
  const cards = [...k.cards.values()].sort(
    (a, b) => a.topic.localeCompare(b.topic) || a.id.localeCompare(b.id),
  );
  const all = [rowColumns.id, rowColumns.topic, ...fields.map((f) => columns[f]), rowColumns.mark];
  return [
    {
      name: sheetNames.cards,
      widths: all.map((c) => c.width),
      frozenColumns: 1,
      rows: [
        all.map((c) => c.heading),
        ...cards.map((card) => {
          const values = valuesOf(card);
          const cells = fields.map((field): PageCell => {
            const text = cellText(values[field]);
            return columns[field].kind === 'date' ? new Date(`${text}T00:00:00Z`) : text;
          });
          return [card.id, card.topic, ...cells, markOf(card)];
        }),
      ],
    },
    {
      name: sheetNames.asks,
      widths: [26, 44, 80],
      frozenColumns: 0,
      rows: [
        Object.values(askHeadings),
        ...cards.flatMap((card) => card.asks.map((ask) => [card.id, card.title, ask])),
      ],
    },
    { name: sheetNames.guide, widths: [24, 90], frozenColumns: 0, rows: guide() },
  ];
}

function guide(): string[][] {
  return [
    ['Cột', 'Cách ghi'],
    ...[...Object.values(rowColumns), ...Object.values(columns)].map((c) => [c.heading, c.meaning]),
    [
      'Trang “Cách hỏi”',
      'Mỗi dòng một cách hỏi. Thêm: viết dòng mới với mã thẻ. Bỏ: xóa cả dòng. Thứ tự dòng không quan trọng.',
    ],
    [
      'Thẻ mới',
      'Thêm dòng ở trang “Thẻ”, để trống mã; ở trang “Cách hỏi” để trống mã và ghi đúng tiêu đề thẻ mới.',
    ],
    ['Bỏ một thẻ', 'Xóa dòng không xóa thẻ. Muốn thẻ thôi trả lời thì ghi trạng thái draft.'],
    ...Object.entries(aspectMeanings).map(([aspect, meaning]) => [`Khía cạnh: ${aspect}`, meaning]),
  ];
}

const aspectMeanings: Record<Aspect, string> = {
  what: 'là gì',
  members: 'mấy người, mấy thành viên',
  who: 'ai được, điều kiện',
  money: 'được bao nhiêu tiền',
  papers: 'giấy tờ, hồ sơ',
  where: 'nộp ở đâu, cơ quan nào',
  time: 'bao lâu, khi nào',
  fee: 'lệ phí',
  payer: 'ai trả tiền',
  decider: 'ai xét, ai quyết',
  otherwise: 'không làm, không đủ thì sao',
  steps: 'các bước, làm thế nào',
  capital: 'vốn góp, vốn điều lệ',
  tax: 'thuế',
  loan: 'vay vốn',
  interest: 'lãi suất',
  collateral: 'thế chấp',
  land: 'đất đai',
  training: 'đào tạo, tập huấn',
  workers: 'lao động',
  market: 'thị trường, bán hàng',
  infrastructure: 'hạ tầng',
  insurance: 'bảo hiểm',
  rights: 'quyền',
  duties: 'nghĩa vụ, điều cấm',
  organs: 'bộ máy, ai điều hành',
  profit: 'chia lãi, quỹ',
  forms: 'mẫu đơn, biểu mẫu',
  compare: 'so sánh',
  convert: 'chuyển từ loại này sang loại khác',
  status: 'tình trạng',
  law: 'văn bản nào, còn hiệu lực không',
  target: 'chỉ tiêu, mục tiêu',
  place: 'địa bàn, nơi ở',
  figures: 'số liệu',
  leave: 'ra khỏi, rút vốn',
  close: 'giải thể, chấm dứt',
  other: 'việc khác',
};
