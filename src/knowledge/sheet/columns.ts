// The columns of the curators' table: what each is called in Excel, how wide it is and how its cells are read.
import type { Card } from '../schema/card.ts';

/** `text` one sentence, `word` one code, `lines` one sentence a line, `codes` one code a line, `date` a day. */
export type Kind = 'text' | 'word' | 'lines' | 'codes' | 'date';
type Column = { heading: string; width: number; kind: Kind; meaning: string };

/** In the order a card file is written; `satisfies` keeps every key a field of the card. */
export const columns = {
  title: { heading: 'Tiêu đề', width: 36, kind: 'text', meaning: 'Câu hỏi mà thẻ trả lời.' },
  status: { heading: 'Trạng thái', width: 12, kind: 'word', meaning: 'published: đã đăng; draft: nháp.' },
  known: {
    heading: 'Đã biết',
    width: 10,
    kind: 'word',
    meaning: 'Để trống; ghi false khi chưa có căn cứ: thẻ nói thật là chưa biết.',
  },
  forms: {
    heading: 'Loại hình',
    width: 12,
    kind: 'codes',
    meaning: 'tht, htx, lien-hiep; mỗi dòng một loại.',
  },
  aspect: {
    heading: 'Khía cạnh',
    width: 13,
    kind: 'word',
    meaning: 'Người ta hỏi về cái gì; xem danh sách ở dưới.',
  },
  answer: { heading: 'Câu trả lời', width: 60, kind: 'text', meaning: 'Một câu, ai đọc cũng hiểu ngay.' },
  details: {
    heading: 'Chi tiết',
    width: 60,
    kind: 'lines',
    meaning: 'Mỗi dòng trong ô một ý (Alt+Enter xuống dòng).',
  },
  for: { heading: 'Dành cho', width: 28, kind: 'text', meaning: 'Thẻ viết cho ai.' },
  next: { heading: 'Làm gì tiếp', width: 36, kind: 'text', meaning: 'Việc nên làm tiếp và làm ở đâu.' },
  cites: {
    heading: 'Dẫn điều khoản',
    width: 22,
    kind: 'codes',
    meaning: 'Mã điều khoản làm căn cứ, mỗi dòng một mã.',
  },
  background: {
    heading: 'Nhắc luật cũ',
    width: 18,
    kind: 'codes',
    meaning: 'Mã điều khoản cũ mà thẻ chỉ nhắc tới.',
  },
  related: { heading: 'Thẻ liên quan', width: 24, kind: 'codes', meaning: 'Mã thẻ khác, mỗi dòng một mã.' },
  earlier: {
    heading: 'Thẻ luật trước',
    width: 22,
    kind: 'word',
    meaning: 'Mã thẻ trả lời câu này theo quy định trước.',
  },
  action: {
    heading: 'Nút bấm',
    width: 11,
    kind: 'word',
    meaning: 'register: đăng ký; staff: gặp cán bộ; my-data; hoặc trống.',
  },
  reviewer: { heading: 'Người duyệt', width: 20, kind: 'text', meaning: 'Ai đã đọc và chịu trách nhiệm.' },
  review_by: { heading: 'Xem lại trước', width: 13, kind: 'date', meaning: 'Ngày phải đọc lại thẻ.' },
} as const satisfies Partial<Record<keyof Card, Column>>;

export type Field = keyof typeof columns;
/** What an edit of a card file may change. */
export type Key = Field | 'asks';
export const fields = Object.keys(columns) as Field[];

/** What names the row: the card itself, its folder, and the mark that tells whether the store changed after the export. */
export const rowColumns = {
  id: { heading: 'Mã thẻ', width: 24, kind: 'word', meaning: 'Không đổi. Thẻ mới thì để trống, máy tự đặt.' },
  topic: {
    heading: 'Chủ đề',
    width: 15,
    kind: 'word',
    meaning: 'Thư mục của thẻ; chữ thường không dấu, gạch nối.',
  },
  mark: {
    heading: 'Dấu',
    width: 10,
    kind: 'word',
    meaning: 'Máy dùng để biết kho có đổi sau khi xuất; đừng sửa.',
  },
} as const satisfies Record<string, Column>;

export const askHeadings = { id: 'Mã thẻ', title: 'Tiêu đề thẻ', ask: 'Cách hỏi' } as const;
export const sheetNames = { cards: 'Thẻ', asks: 'Cách hỏi', guide: 'Hướng dẫn' } as const;

/** A field's value as the table has it: absent is "" or an empty list. */
export type Value = string | readonly string[];
export type Values = Record<Field, Value>;

export function valuesOf(card: Card): Values {
  return Object.fromEntries(
    fields.map((field) => {
      const value = card[field];
      return [field, Array.isArray(value) ? value : value === undefined ? '' : String(value)];
    }),
  ) as Values;
}
