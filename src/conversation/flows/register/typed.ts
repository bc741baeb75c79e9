// What is typed at the summary instead of tapped: "sửa số điện thoại", "số người là 9", "gửi đi".
import { clean, fold, foldInPlace } from '../../../language/fold.ts';
import type { FieldStep } from './steps.ts';

const change =
  /^(?:cho )?(?:(?:em|toi|minh) )?(?:muon )?(?:sua|doi|thay|chua|dien|ghi|nhap) (?:lai )?(?:cai |dong |muc |phan )?/;
const lines: readonly (readonly [FieldStep, RegExp])[] = [
  ['phone', /^(?:so dien thoai|so dt|sdt|dien thoai|dt|so phone|phone)\b/],
  ['name', /^(?:ho ten|ten|ho va ten)\b/],
  ['place', /^(?:noi o|phuong|xa|dia chi|cho o|noi)\b/],
  ['product', /^(?:nganh|nghe|san pham|cay|con|mat hang|lam gi)\b/],
  ['members', /^(?:so nguoi|so ho|so thanh vien|may nguoi|nguoi|thanh vien)\b/],
  ['time', /^(?:gio goi|gio|thoi gian|luc goi)\b/],
  ['form', /^(?:loai|hinh thuc|muon lap|to hop tac|hop tac xa|tht|htx)\b/],
];
const becomes =
  /^(?: (?:cua )?(?:toi|em|minh|nha toi|nha em))?\s*(?:(?:phai |moi |dung )?la|thanh|sang|lai la|:|=)\s*(?=\S)/;

/** A line of the form, and what it shall be when that was typed with it. */
export type NamedLine = { step: FieldStep; value?: string };

export function lineNamed(text: string): NamedLine | undefined {
  const typed = clean(text);
  const flat = foldInPlace(typed);
  const asked = change.exec(flat)?.[0].length ?? 0;
  const rest = flat.slice(asked);
  for (const [step, words] of lines) {
    const named = words.exec(rest)?.[0];
    if (named === undefined) continue;
    const behind = rest.slice(named.length);
    const link = becomes.exec(behind)?.[0];
    if (link !== undefined) return { step, value: typed.slice(asked + named.length + link.length) };
    return asked > 0 || behind.trim() === '' ? { step } : undefined;
  }
  return undefined;
}

/** "gửi", "gửi đi", "đúng rồi", "đúng", "ok gửi nhé"; "đừng" and "dừng" send nothing. */
export function saysSend(text: string): boolean {
  if (/đừng|dừng/iu.test(clean(text))) return false;
  return (
    /^(?:ok |u |vang |da |roi )*(?:gui|gui di|gui luon|gui phieu|dung roi|dung het roi|dung het|chuan roi|xong roi|xong|duoc roi|ok|oke|vang|u|uh|um|dong y)(?: (?:nhe|a|em|di|luon|ad|roi))*$/.test(
      bare(text),
    ) || /^(?:dạ |vâng |ừ )?đúng(?: (?:ạ|nhé|em))?[.!]*$/iu.test(clean(text))
  );
}

/** "Thôi không sửa nữa", asked which line. */
export const saysKeep = (text: string): boolean =>
  /^(?:thoi|(?:thoi )?(?:khong|ko|k)(?: can)?(?: sua| doi)?(?: gi)?(?: nua| dau)?|giu nguyen|de nguyen)(?: (?:nhe|a|em))*$/.test(
    bare(text),
  );

const bare = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
