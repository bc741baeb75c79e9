// A number of people with more said behind it: "3, mà 1 đứa chưa chắc", "7 mà 1 đứa 17 tuổi nên ghi 6 đi".
import { clean, syllables } from '../../../language/fold.ts';
import { type Count, countAnswered } from './count.ts';

/** The number that shall be written down, or the one told first; `more`: what is said besides. */
export function countLed(message: string): (Count & { more: string }) | undefined {
  const text = clean(message);
  const ordered = [...text.matchAll(toWrite)].at(-1)?.[1];
  const written = ordered === undefined ? undefined : countAnswered(ordered);
  if (written) return { ...written, besides: true, more: text };
  const cut = between.exec(text);
  if (!cut) return undefined;
  const first = countAnswered(text.slice(0, cut.index));
  const more = text.slice(cut.index + cut[0].length).trim();
  return first && !first.besides && syllables(more).length > 1 ? { ...first, more } : undefined;
}
const toWrite =
  /(?<!\p{L})(?:ghi|tính|tinh|để|lấy|lay|chốt|chot)\s+(?:(?:là|la|cho|tạm|tam|luôn|luon|em|tôi|toi)\s+)*(\d{1,3})(?![\d.,/]*\d|\s*(?:tuổi|tuoi|t|triệu|trieu|tr|giờ|gio|h|năm|nam|tháng|thang|ngày|ngay|ha|sào|sao|con|cây|cay)(?!\p{L}))/giu;
const between =
  /\s*[,.;]\s*(?:(?:mà|ma|nhưng|nhung)\s+)?|\s+(?:mà|nhưng|nhung|trong đó|trong do|vì|tại|do|nếu|neu)\s+/iu;
