// A message without the place, the trade, the count, the name and number that are told in it: what is left may be a wish, or ask.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { clean, fold } from '../../language/fold.ts';
import { type Names, namesIn } from '../../language/places.ts';
import { placeNames, productNames } from './names.ts';

export const withoutTold = (text: string, knowledge: Knowledge): string =>
  withoutNames(withoutNames(text, placeNames(knowledge)), productNames(knowledge))
    .replace(
      /(?:có |co |gồm |gom )?\d+ (?:hộ|ho|nhà|nha|người|nguoi|thành viên|thanh vien)(?![\p{L}\d])/giu,
      ' ',
    )
    .replace(
      /(?:tên|ten) (?:là |la )?(?!(?:cho|vào|vao|giúp|giup) )(?![^,.]*(?:ở đâu|vào đâu|chỗ nào|o dau|vao dau|cho nao))[^,.]{1,30}(?=[,.]|$)|(?:số điện thoại|so dien thoai|số|so)?[ :]*\[số\]/giu,
      (named) => (asksOfName.test(fold(named)) ? named : ' '),
    )
    .trim();

/** "Trùng tên cũ thì được không", "đặt tên gì": no name is told. */
const asksOfName =
  /\b(?:duoc|dc|co|sao|gi|trung|phai) (?:\S+ ){0,3}?(?:khong|ko|k|kg|chua|chu|ha|nhi)\b|\bgi\b|\b(?:sao|the nao|nhu nao|ntn|nao)(?: (?:a|nhi|vay|ha|day|duoc|dc))*\W*$/;

function withoutNames(text: string, names: Names): string {
  const typed = clean(text);
  const words = [...typed.matchAll(/[\p{L}\p{M}\d]+/gu)];
  let rest = typed;
  for (const { at, length } of namesIn(typed, names).reverse()) {
    const start = words[at]?.index ?? 0;
    const last = words[at + length - 1];
    rest = `${rest.slice(0, start)} ${rest.slice((last?.index ?? 0) + (last?.[0].length ?? 0))}`;
  }
  return rest;
}
