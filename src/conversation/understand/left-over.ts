// "Thế còn lại bao nhiêu" right behind a share that was reckoned: what is left of the whole without it.
import { fold } from '../../language/fold.ts';
import { howMany } from '../../language/question-words.ts';
import { quantitiesIn } from '../../language/sums/quantities.ts';
import { reckon, type Sum } from '../../language/sums/reckon.ts';

/** No amount of its own, and nothing asked but what is left. */
export const asksWhatIsLeft = (message: string): boolean => {
  const flat = fold(message);
  return quantitiesIn(message).length === 0 && left.test(flat) && !otherwise.test(flat);
};
const left = new RegExp(
  `\\bcon(?: (?:lai|du|duoc|thua|khoang|tong|la|tien|so|phan))*(?: (?:duoc|la|thi|so|tien))* (?:${howMany}|nhieu)\\b|\\bcon lai(?: (?:thi|la|duoc))* (?:${howMany})\\b|\\b(?:phan|so|tien) con lai\\b[^?]{0,20} (?:${howMany})\\b`,
);
/** So many people, days or papers. */
const otherwise = new RegExp(
  `\\b(?:${howMany}) (?:nguoi|nha|ho|thanh vien|ngay|thang|nam|giay|ban|phan tram|con|sao|lan|bua|hom|nua)\\b`,
);

/** Undefined where the sum was no share of money. */
export function leftOf({
  operation,
  terms,
}: Pick<Sum, 'operation' | 'terms'>): Omit<Sum, 'rest'> | undefined {
  const whole = terms.find((t) => t.kind === 'money' && !t.per);
  const share =
    operation === 'percent' && terms.length === 2 ? reckon('percent', terms, undefined) : undefined;
  if (!whole || share?.result.kind !== 'money' || share.result.value > whole.value) return undefined;
  return reckon('minus', [whole, { ...whole, value: share.result.value }], undefined);
}
