// A sum a person asks for or claims: "20% của 200tr là bn", "40 nghìn nhân 1200kg là 48 triệu đúng không", "5 nhà góp 30tr mỗi nhà"; what could be meant in two ways is none.
import { clean, foldInPlace } from '../fold.ts';
import { quantitiesIn } from './quantities.ts';
import { type Operation, reckon, type Sum, type Term } from './reckon.ts';

export type { Sum } from './reckon.ts';

/** Between the terms of it. */
export const signOf = (operation: Operation): string =>
  operation === 'plus' ? '+' : operation === 'minus' ? '−' : operation === 'divided' ? ':' : '×';

/** Undefined where no one sum is asked for or claimed. */
export function sumIn(message: string): Sum | undefined {
  const text = clean(message).replace(/(?<=\d)\.(?=\d{1,2}(?!\d))/g, ',');
  const { terms, template } = templateOf(text);
  for (const { operation, said } of readings) {
    const sum = read(operation, said.exec(template), { text, terms, template });
    if (sum) return sum;
  }
  return undefined;
}

type Written = { text: string; terms: Term[]; template: string };

function read(
  operation: Operation,
  match: RegExpExecArray | null,
  { text, terms, template }: Written,
): Sum | undefined {
  if (!match) return undefined;
  const used = placesIn(match[0]).map((i) => terms[i] as Term);
  const head = template.slice(0, match.index);
  const behind = template.slice(match.index + match[0].length);
  const tail = ending.exec(behind);
  const claim = tail?.groups?.claim ? terms[placesIn(tail.groups.claim)[0] as number] : undefined;
  const over = behind.slice(tail?.[0].length ?? 0);
  // Another number besides may belong to the sum: which one is meant is not sure.
  const again = placesIn(head).every((i) => used.some((t) => t.value === terms[i]?.value));
  if (!again || (placesIn(over).length > 0 && !newSentence.test(behind))) return undefined;
  const sum = reckon(operation, used, claim);
  if (!sum) return undefined;
  const words = contentOf(`${head} ${over}`);
  const asked = claim !== undefined || tail?.groups?.much !== undefined || asksSum.test(template);
  if (!asked && words.length > 0) return undefined;
  // What was lost of a field or a herd is counted by the answer with the rates.
  if (words.length > 0 && !['money', 'percent', 'bare'].includes(sum.result.kind)) return undefined;
  if (operation === 'share' && !asksShare.test(template)) return undefined;
  const last = Math.max(...[...used, ...(claim ? [claim] : [])].map((t) => t.end));
  return { ...sum, rest: restOf(words, text, last) };
}

/** The message with "#0#" where an amount stood, and a price of one where one was said. */
function templateOf(text: string): { terms: Term[]; template: string } {
  const flat = foldInPlace(text);
  const all = quantitiesIn(text);
  const terms: Term[] = [];
  let template = '';
  let at = 0;
  for (const q of all) {
    if (q.start < at) continue;
    const one = each.exec(flat.slice(q.end));
    const before = eachBefore.exec(template + flat.slice(at, q.start));
    const priced = q.kind === 'money' || q.kind === 'kg' || q.kind === 'm2';
    const behind = priced ? one : undefined;
    const per = behind ? behind[1] : priced ? before?.[1] : undefined;
    const read = template + flat.slice(at, q.start);
    template = `${per && !behind ? read.replace(eachBefore, '') : read} #${terms.length}# `;
    terms.push(
      per ? { ...q, per, perSaid: /^(?:k[yi]|kilo|can)$/.test(per) ? 'kg' : unitSaid(text, flat, per) } : q,
    );
    at = q.end + (behind?.[0].length ?? 0);
  }
  template += flat.slice(at);
  return { terms, template: template.replace(/\s+/g, ' ').trim() };
}
/** As it was typed, with its marks. */
const unitSaid = (text: string, flat: string, per: string): string => {
  const at = flat.search(new RegExp(`(?<![a-z])${per}(?![a-z])`));
  return at < 0 ? per : text.slice(at, at + per.length);
};
const unit =
  '(kg|ky|ki|kilo|can|ha|hec ta|m2|met vuong|nha|ho|nguoi|thanh vien|xa vien|suat|con|sao|thang|nam|vu|cay|bao)';
const each = new RegExp(`^(?: ?/ ?| ?(?:dong )?(?:mot|moi|1|tung) ?)${unit}(?![a-z0-9])`);
const eachBefore = new RegExp(
  `(?:moi|tung|mot) ${unit}(?: (?:gop|dong|nop|bo|bo ra|la|duoc|chiu|can|nang|tinh)){0,2} ?$`,
);

const N = '#\\d+#';
const nouns = '(?: (?!la |thi |duoc |bang |la$)[a-z]+){0,3}';
const readings: { operation: Operation; said: RegExp }[] = [
  { operation: 'divided', said: new RegExp(`${N}${nouns} (?:chia(?: deu)?(?: (?:cho|ra|lam))?|÷|:) ${N}`) },
  { operation: 'times', said: new RegExp(`${N}(?: (?:x|×|\\*|nhan(?: (?:voi|len|cho|vao))?) ${N})+`) },
  { operation: 'plus', said: new RegExp(`${N}(?: (?:\\+|cong(?: voi)?) ${N})+`) },
  { operation: 'minus', said: new RegExp(`${N} tru(?: di)? ${N}`) },
  { operation: 'percent', said: new RegExp(`${N} (?:cua|tren|trong|cho)?${nouns} ?${N}`) },
  { operation: 'percent', said: new RegExp(`${N},? (?:(?:thi|ma|lay|trich|tinh|nhan) ){0,2}${N}`) },
  { operation: 'share', said: new RegExp(`${N} (?:trong|tren|so voi|cua)${nouns} ${N}`) },
  {
    operation: 'priced',
    said: new RegExp(
      `${N}[ ,]*(?:(?:thi|ma|co|nhan|tat ca|tong|ca thay|nha|toi|em|voi|cho|x|trong|duoc)[ ,]*){0,4}${N}`,
    ),
  },
];
const placesIn = (template: string): number[] => [...template.matchAll(/#(\d+)#/g)].map((m) => Number(m[1]));
/** A sentence behind what was claimed may have numbers of its own. */
const newSentence = /^[^,.;?!]*#[^,.;?!]*[,.;?!]/;

const much =
  '(?:bao nhieu|bao(?= tien)|bnhieu|bn|nhieu|may)(?: (?:tien|dong|trieu|nghin|ty|phan tram|%|phan|kg|can))?';
const ending = new RegExp(
  `^[ ,]*(?:(?:thi|la|duoc|bang|=|ra|thanh|tuc|chi|khoang|vi chi|se|con|phai|tong|tong cong|tat ca|het|moi (?:nha|ho|nguoi|con)|gop|co|tinh ra)[ ,]*){0,5}(?:(?<claim>${N})|(?<much>${much}))?(?:[ ,?!.]*(?:dung|phai|k|ko|khong|kg|chua|roi|a|ha|nhi|nhe|the|vay|tien|day|chu|dong|ban|em|bot|day|do))*`,
);
const asksSum =
  /\b(?:bao nhieu|bnhieu|bn|tinh (?:ho|giup|di|ra|cho|dung|sai|the|xem)|(?:toi|em|minh) tinh|nhan (?:ho|giup|di|ra))\b/;
const asksShare = /phan tram|%|\bmay phan\b/;

const contentOf = (template: string): string[] =>
  template.split(/[^a-z0-9#]+/).filter((w) => w && !filler.has(w));

/** Empty where nothing is said but how one asks for a sum; a sentence behind is asked on its own. */
function restOf(words: readonly string[], text: string, last: number): string {
  const sentence = /[,.;?!]\s*(.+)$/su.exec(text.slice(last))?.[1]?.trim() ?? '';
  if (contentOf(foldInPlace(sentence)).length >= fewestAsked) return sentence;
  return words.length > fewest ? text : '';
}
const fewestAsked = 2;
const fewest = 3;
const filler = new Set(
  `toi em e minh tui chau con bac co chu anh chi ban bot may ong ba nha minh la thi ma the vay roi va a u uh o da ok voi
  tinh nhan cong tru chia ra ho giup cho di nhe nha nhi chu dung sai phai khong ko k kg chua ha day do xem thu luon lai het
  hoi tuc duoc dc bao nhieu bn bnhieu may nhieu tien dong phan tram so tong tat ca ca thay gop von moi mot bang nghia tam
  khoang neu thi nhu vd vi du bo dong no lay ket qua phep khong biet muon can noi xac chi can de toi tu met ha hec kg can y nghe`.split(
    /\s+/,
  ),
);
