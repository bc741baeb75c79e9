// How one's own name and number are spoken of, read without marks.
import { fold } from '../../../../language/fold.ts';

/** Without what would then look like other words: "đúng" and "dùng" are no "đừng", "bạn" and "bàn" no "bán", "sổ" no "số". */
export const bareWords = (text: string): string =>
  fold(text.replace(/đúng|dùng|bạn|bàn|bản|(?<!\p{L})sổ(?!\p{L})/giu, ' '))
    .replace(/[^\p{L}\d?]+/gu, ' ')
    .trim();

export const asksOfIt = (said: string): boolean =>
  /\?|\b(?:duoc|dc|sao|gi) (?:khong|ko|k|kg)\b|\b(?:sao|ai|gi|j)\b|\b(?:khong|ko|k)$/.test(said);

/** For a pattern: what is one's own and may be written down. */
export const mine = '(?:so(?! (?:nguoi|ho|nha|luong|thanh))|ten|sdt|dt|dien thoai|thong tin)';
