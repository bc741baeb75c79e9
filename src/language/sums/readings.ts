// How sums are asked for and claimed, around the numbered amounts of a template.
import { howMany } from '../question-words.ts';
import type { Operation } from './reckon.ts';
import { N } from './template.ts';

const nouns = '(?: (?!la |thi |duoc |bang |la$)[a-z]+){0,3}';
/** Behind "tổng": "tổng vốn đầu tư của dự án". */
const wholeNamed = '(?: (?!la |thi |duoc |bang )[a-z]+){3,7}';
const times = '(?:x|×|\\*|nhan(?: (?:voi|len|cho|vao))?)';
const by = '(?:chia(?: (?:cho|ra))?|÷|:|/)';
const people = '(?:nha|ho|gia dinh|nguoi|thanh vien|xa vien|to vien)';
const shared = `moi ${people}(?: (?:phai|se|thi|la|duoc|gop|bo|bo ra|dong|chiu|nhan|mat|het|khoang)){0,3} (?:${howMany}|nhieu)`;
export const spans = '(?:thang|nam|vu|quy)';
const perSpan = `moi ${spans}(?: (?:phai|se|thi|la|tra|nop|goc|tien|mat|het|khoang|dong|duoc)){0,4} (?:${howMany}|nhieu)`;
export const readings: { operation: Operation; said: RegExp }[] = [
  {
    operation: 'chain',
    said: new RegExp(
      `${N} (?:${times} ${N} )*${by} ${N}(?: (?:${times}|${by}) ${N})+|${N}(?: ${times} ${N})+ ${by} ${N}`,
    ),
  },
  {
    operation: 'every',
    said: new RegExp(
      `${N}[ ,]*(?:(?:thi|vay|cho|ma|co|neu|tinh|voi)[ ,]*){0,3}${N}(?:[ ,]*(?:(?:x|nhan|va|trong|voi)[ ,]*)?${N})+`,
    ),
  },
  { operation: 'each', said: new RegExp(`${N}[^#]{0,40}${N}[^#]*?(?<![a-z])(?:${shared}|${perSpan})`) },
  { operation: 'divided', said: new RegExp(`${N}${nouns} (?:chia(?: deu)?(?: (?:cho|ra|lam))?|÷|:) ${N}`) },
  { operation: 'times', said: new RegExp(`${N}(?: ${times} ${N})+(?! ${by} )`) },
  { operation: 'plus', said: new RegExp(`${N}(?: (?:\\+|cong(?: voi)?) ${N})+`) },
  { operation: 'plus', said: new RegExp(`${N}(?: (?:voi|va) ${N})+ (?:cong|gop|tinh)(?: lai| vao| chung)`) },
  { operation: 'minus', said: new RegExp(`${N} tru(?: di)? ${N}`) },
  { operation: 'percent', said: new RegExp(`${N} (?:cua|tren|trong|cho)?${nouns} ?${N}`) },
  { operation: 'percent', said: new RegExp(`${N} (?:cua|tren|trong) tong${wholeNamed} ${N}`) },
  { operation: 'percent', said: new RegExp(`${N}(?: ?,)? (?:(?:thi|ma|lay|trich|tinh|nhan) ){0,2}${N}`) },
  { operation: 'percent', said: new RegExp(`${N}${nouns} (?:thi|lay|trich) ${N}`) },
  { operation: 'share', said: new RegExp(`${N} (?:(?:trong|tren|so voi|cua)${nouns}|/) ${N}`) },
  {
    operation: 'priced',
    said: new RegExp(
      `${N}[ ,]*(?:(?:thi|ma|co|nhan|tat ca|tong|ca thay|nha|toi|em|voi|cho|x|trong|duoc)[ ,]*){0,4}${N}`,
    ),
  },
];
/** A sentence behind what was claimed may have numbers of its own. */
export const newSentence = /^[^,.;?!]*#[^,.;?!]*[,.;?!]/;

const much =
  '(?:bao nhieu|bao(?= tien)|bnhieu|bn|nhieu|may)(?: (?:tien|dong|trieu|nghin|ty|phan tram|%|phan|kg|can))?';
export const ending = new RegExp(
  `^[ ,]*(?:(?:thi|la|duoc|bang|=|ra|thanh|tuc|chi|khoang|vi chi|se|con|phai|tong|tong cong|tat ca|het|moi (?:nha|ho|nguoi|con)|gop|co|tinh ra)[ ,]*){0,5}(?:(?<claim>${N})|(?<much>${much}))?(?:[ ,?!.]*(?:dung|phai|k|ko|khong|kg|chua|roi|a|ha|nhi|nhe|the|vay|tien|day|chu|dong|ban|em|bot|day|do))*`,
);
/** "… đi học là 1 người đúng không". */
export const claimBehindDeed = new RegExp(
  `^(?: (?!la |thi |bang )[a-z]+){1,3}(?: (?:tuc|thi))* (?:la|bang|=) (?<claim>${N})(?<much>\\b\\B)?(?:[ ,?!.]*(?:dung|phai|k|ko|khong|chua|roi|a|ha|nhi|the|vay))*`,
);
export const asksSum =
  /\b(?:bao nhieu|bnhieu|bn|(?:cong|gop) (?:lai|vao)|tinh (?:ho|giup|di|ra|cho|dung|sai|the|xem)|tinh #\d+#[^,.;?!]* (?:ho|giup)|(?:toi|em|minh) tinh|nhan (?:ho|giup|di|ra))\b/;
export const asksPeople = /\bmay (?:nguoi|thanh vien|xa vien|to vien|ho|nha)\b/;
export const asksShare = /phan tram|%|\bmay phan\b/;
