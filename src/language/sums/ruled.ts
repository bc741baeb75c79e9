// What looks like an even share and is none: due by a rule, a loan or interest, or counted by another time than is asked.
import { foldInPlace } from '../fold.ts';
import { spans } from './readings.ts';
import { isOfTime, type Term } from './reckon.ts';

/** Shared among people, or among the months or years that are asked of: "trả trong 5 năm, mỗi năm bao nhiêu". */
export function sharesByTime(said: string, [, second]: readonly Term[]): boolean {
  const asked = new RegExp(`moi (${spans})\\b`).exec(said)?.[1];
  return asked === undefined ? !second || !isOfTime(second) : foldInPlace(second?.unit ?? '') === asked;
}

/** What is due by a rule, or with interest, is no even share; what of a loan is paid back without its interest is one. */
export function isRuled(text: string, template: string, used: readonly Term[]): boolean {
  const apart = template.replace(withoutInterest, ' ');
  const principal = apart !== template || /\b(?:tra|tien|no) goc\b/.test(template);
  const due = principal ? apart.replace(/\bno\b/g, ' ') : apart;
  return ruled.test(due) || (!principal && lends(text, template, used));
}
const withoutInterest =
  /\b(?:chua|khong|ko|khoan|dung) (?:tinh|ke|noi|cong)(?: (?:den|toi|ca|tien|ve))* lai\b/g;

/** What a rule, a loan or a grant comes to is no even share. */
const ruled =
  /\b(?:toi da|toi thieu|it nhat|nhieu nhat|khong qua|quy dinh|luat|ho tro|den bu|lai|no|phat|qua han|thue)\b/;

/** "Vay" is a loan where it leads to the amount, or is typed so among words with marks: else it may be "vậy". */
function lends(text: string, template: string, used: readonly Term[]): boolean {
  const marked = foldInPlace(text) !== text.toLowerCase();
  if (marked && /(?<!\p{L})vay(?!\p{L})/iu.test(text)) return true;
  const led = /\bvay(?: [a-z]+){0,2} #(\d+)#/.exec(template)?.[1];
  return !marked && led !== undefined && used.some((t) => t.kind === 'money') && template.startsWith('vay');
}
