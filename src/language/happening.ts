// Whether what is told happens now: not long ago, not merely supposed, and not a question about support for it.
import { fold } from './fold.ts';

const past =
  /\b(?:nam (?:ngoai|truoc|kia|\d{4})|(?:hoi|dot|vu|lan|mua|bao|lu) (?:nam|thang|truoc|xua|ngoai|do|ay)|(?:thang|tuan|vu) truoc|hom (?:no|truoc)|ngay (?:xua|truoc)|dot (?:bao|lu)|(?:qua|sau|tu) (?:\w+ )?(?:bao|lu|lut))\b/;
const support =
  /\b(?:ho tro|den bu|duoc den|co den (?:khong|ko|k)|boi thuong|bao hiem|ke khai|khai bao|ghi nhan|thu tuc|xin (?:lai|tien|gao|cuu tro|cap)|duoc (?:gi|may|nhan|cap|\w+ (?:trieu|nghin|dong))|bao nhieu|cho (?:gi|tien)|ai den|nha nuoc (?:\w+ )?(?:giup|cho|den|bu)|nop (?:o dau|don))\b/;
const supposed =
  /\b(?:neu|nho|gia su|gia nhu|lo (?:ma|nhu)|de phong|phong (?:chay|tranh|chong|khi)|tranh bi|khoi bi|thi sao)\b/;

/** Without what is only supposed: "nếu tổ trưởng bỏ trốn thì ai trả" leaves "thì ai trả", "ông ấy trốn rồi, nếu báo …" leaves that he is gone. */
export const toldPart = (text: string): string => text.replace(supposition, ' ');
const supposition =
  /(?<!\p{L})(?:nếu|neu|giả sử|gia su|giả như|gia nhu|lỡ mà|lo ma|lỡ như|lo nhu|nhỡ mà|nho ma|nhỡ đâu|ngộ nhỡ|ngo nho)(?!\p{L})(?:(?!(?<!\p{L})th[iì](?!\p{L}))[^,.;!?\n])*/giu;

export const asksForSupport = (text: string): boolean => support.test(fold(text));

export function isHappening(text: string): boolean {
  const flat = fold(text);
  return !past.test(flat) && !asksForSupport(text) && !supposed.test(flat);
}
