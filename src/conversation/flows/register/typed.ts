// What is typed at the summary instead of tapped: "sửa số điện thoại", "gửi đi".
import { fold } from '../../../language/fold.ts';
import type { FieldStep } from './steps.ts';

const change =
  /^(?:cho )?(?:(?:em|toi|minh) )?(?:muon )?(?:sua|doi|thay|chua|dien|ghi|nhap) (?:lai )?(?:cai |dong |muc |phan )?/;
const lines: readonly (readonly [FieldStep, RegExp])[] = [
  ['phone', /^(?:so dien thoai|so dt|sdt|dien thoai|dt|so phone|phone)\b/],
  ['name', /^(?:ho ten|ten|ho va ten)\b/],
  ['place', /^(?:noi o|phuong|xa|dia chi|cho o|noi)\b/],
  ['product', /^(?:nganh|nghe|san pham|cay|con|mat hang|lam gi)\b/],
  ['members', /^(?:so nguoi|so ho|so thanh vien|may nguoi|nguoi|thanh vien)\b/],
  ['time', /^(?:gio|thoi gian|gio goi|luc goi)\b/],
  ['form', /^(?:loai|hinh thuc|muon lap|to hop tac|hop tac xa|tht|htx)\b/],
];

/** The line of the form a typed "sửa …" names. */
export function lineNamed(text: string): FieldStep | undefined {
  const folded = fold(text).trim();
  const rest = folded.replace(change, '');
  return rest === folded ? undefined : lines.find(([, words]) => words.test(rest))?.[0];
}

/** "gửi", "gửi đi", "đúng rồi", "ok gửi nhé". */
export function saysSend(text: string): boolean {
  return /^(?:ok |u |vang |da |roi )*(?:gui|gui di|gui luon|gui phieu|dung roi|dung het roi|chuan roi|xong roi|xong|duoc roi|ok|oke|vang|dong y)(?: (?:nhe|a|em|di|luon|ad|roi))*$/.test(
    fold(text)
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  );
}
