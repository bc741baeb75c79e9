// Whether a line is for those of whom its head says the opposite of what the message tells: "chưa góp gì: …" is not for one who "góp 10 triệu rồi".
import { fold } from '../../../language/fold.ts';

/** The case a line is for stands before its colon or its "thì". */
export function contradicts(line: string, message: string): boolean {
  const flat = fold(line);
  const head = /^[^:.;]{3,60}?(?=:| thi )/.exec(flat)?.[0];
  if (!head) return false;
  const told = fold(message);
  const not = [...head.matchAll(denied)].map((m) => m[1] ?? '');
  const done = [...head.matchAll(held)].map((m) => m[1] ?? '');
  return not.some((word) => tells(told, word)) || done.some((word) => denies(told, word));
}

const denied = /\b(?:chua|khong|truoc khi) (?:co |duoc |phai |bi )?([a-z]+)/g;
const held = /\b(?:da|lo|tron) (?:lo |bi )?([a-z]+)/g;

/** "Góp 10 triệu", "đã góp", "chôn rồi", "điều lệ ghi phải quá nửa": it is so; not "chưa góp", nor "có ghi không". */
function tells(told: string, word: string): boolean {
  const isSo = new RegExp(
    `\\b(?:da|lo|trot|moi|vua) (?:lo |bi )?${word}\\b(?! chua)|\\b${word}(?: [a-z]+)? (?:roi|xong)\\b|\\b${word} (?:\\d|phai\\b|la\\b|ro\\b)`,
  );
  return (
    isSo.test(told) &&
    !denies(told, word) &&
    !new RegExp(`\\b(?:co|da) ${word}\\b.* (?:khong|ko|k|chua)$`).test(told)
  );
}

const denies = (told: string, word: string): boolean =>
  new RegExp(`\\b(?:chua|khong|ko|chang|cha) (?:co |duoc |phai |bi |he )?${word}\\b`).test(told);
