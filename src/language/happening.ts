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

/** "Lũ rút rồi", "mưa tạnh lâu rồi", "nước xuống từ hôm kia": the water went, and nothing is said to go on, to slide or to be caught. */
export const isOver = (text: string): boolean => {
  const flat = fold(text);
  return (gone.test(flat) || passed.test(text.normalize('NFC'))) && !lasts.test(flat);
};
const since =
  '(?:roi|r|lau|xong|tu (?:hom|sang|chieu|dem|toi|lau|tuan|thang)|(?:may|hai|ba|2|3|4|5) (?:hom|ngay)|hom (?:qua|kia|no|truoc|bua))';
const gone = new RegExp(
  `\\b(?:lu|lut|nuoc|mua|bao)(?: (?:lu|lut|da|suoi|song|ngoi|cung|thi|to|lon|gio))* (?:rut|tanh|ngot|tan|can)(?: (?:het|han|can|di|hoan toan|sach|xuong))* ${since}\\b|\\bhet (?:lu|lut|mua|bao|ngap) ${since}\\b|\\b(?:lu|lut|bao|mua) qua (?:tu (?:hom|tuan|thang|dot)|may hom|may ngay|duoc (?:may|\\d))`,
);
/** Without its marks "qua rồi" may be "quá rồi". */
const passed = /(?<!\p{L})(?:lũ|lụt|bão|mưa)(?: đã| cũng)* qua (?:rồi|lâu|hôm|khỏi)/iu;
const lasts =
  /\b(?:chua|khong|ko|k|sap|cho|doi|neu) (?:het |thay |chiu )?(?:rut|tanh|ngot|het|xuong)\b|\b(?:van|lai|con|tiep tuc|sap) (?:con |dang |tiep )?(?:len|dang|ngap|mua|tran|lo|sat|chay|ve|cuon)\b|\bdang (?:len|dang|tran|ngap|lo|sat|cuon|trut|truot|chay xiet)\b|\b(?:nut|sat|lo|taluy|vach|ket|vui|mat tich|cuu (?!tro))\b/;
