// A sum a person asks for or claims: "20% của 200tr là bn", "40 nghìn nhân 1200kg là 48 triệu đúng không", "5 nhà góp 30tr mỗi nhà"; what could be meant in two ways is none.
import { datesIn } from '../dates.ts';
import { clean, foldInPlace } from '../fold.ts';
import { quantitiesIn } from './quantities.ts';
import { isOfPeople, isOfTime, type Operation, reckon, type Sum, type Term } from './reckon.ts';

export type { Sum } from './reckon.ts';
export { isOfPeople } from './reckon.ts';

/** Before a term of it. */
export const signOf = (operation: Operation, { divides }: Pick<Term, 'divides'>): string =>
  operation === 'plus'
    ? '+'
    : operation === 'minus'
      ? '−'
      : divides || operation === 'divided' || operation === 'each'
        ? ':'
        : '×';

/** Undefined where no one sum is asked for or claimed. */
export function sumIn(message: string): Sum | undefined {
  const text = withoutDates(clean(message)).replace(/(?<=\d)\.(?=\d{1,2}(?!\d))/g, ',');
  const { terms, template } = templateOf(text);
  for (const { operation, said } of readings) {
    const sum = read(operation, said.exec(template), { text, terms, template });
    if (sum) return sum;
  }
  return undefined;
}

/** "15/6/2027" divides nothing. */
const withoutDates = (text: string): string =>
  datesIn(text)
    .filter(({ month }) => month !== undefined)
    .reduce((all, { start, end }) => all.slice(0, start) + 'n'.repeat(end - start) + all.slice(end), text);

type Written = { text: string; terms: Term[]; template: string };

function read(
  operation: Operation,
  match: RegExpExecArray | null,
  { text, terms, template }: Written,
): Sum | undefined {
  if (!match) return undefined;
  const used = termsOf(operation, match[0], terms);
  if (operation === 'each' && !sharesByTime(match[0], used)) return undefined;
  if (operation === 'percent' && used.every((t) => t.kind === 'percent') && !ofWhich.test(match[0]))
    return undefined;
  if (operation === 'percent' && match[0].includes(',') && !used.some(isOfPeople)) return undefined;
  if ((operation === 'each' || operation === 'every') && isRuled(text, template, used)) return undefined;
  const head = template.slice(0, match.index);
  const behind = template.slice(match.index + match[0].length);
  const tail = (used.some(isOfPeople) ? claimBehindDeed.exec(behind) : null) ?? ending.exec(behind);
  const claim = tail?.groups?.claim ? terms[placesIn(tail.groups.claim)[0] as number] : undefined;
  const over = behind.slice(tail?.[0].length ?? 0);
  // Another number besides may belong to the sum: which one is meant is not sure.
  const again =
    (operation === 'chain' && claim !== undefined) ||
    placesIn(head).every((i) => used.some((t) => t.value === terms[i]?.value));
  if (!again || (placesIn(over).length > 0 && !newSentence.test(behind))) return undefined;
  const inPercent =
    operation === 'divided' &&
    used.length === 2 &&
    (claim ? claim.kind === 'percent' : asksShare.test(template));
  const sum = reckon(inPercent ? 'share' : operation, used, claim);
  if (!sum) return undefined;
  const words = contentOf(`${head} ${over}`);
  const ofPeople = isOfPeople(sum.result);
  const asked =
    claim !== undefined ||
    tail?.groups?.much !== undefined ||
    operation === 'each' ||
    asksSum.test(template) ||
    isWritten(match[0], used, { head, tail: tail?.[0] ?? '', over }) ||
    (ofPeople && asksPeople.test(template));
  if (!asked && words.length > 0) return undefined;
  // What was lost of a field or a herd is counted by the answer with the rates.
  if (words.length > 0 && !ofPeople && !['money', 'percent', 'bare'].includes(sum.result.kind))
    return undefined;
  if (operation === 'share' && claim?.kind !== 'percent' && !asksShare.test(template)) return undefined;
  const last = Math.max(...[...used, ...(claim ? [claim] : [])].map((t) => t.end));
  // How much each pays is asked behind the amounts.
  const asksOwn = operation === 'each' && contentOf(over).length < fewestAsked;
  return { ...sum, rest: asksOwn ? (words.length > fewest ? text : '') : restOf(words, text, last) };
}

/** "4.140.000 x 1,5 đúng không" in a sentence, "500 chia 5" before anything else: a sum in so many words, of nothing that is counted in pieces. */
function isWritten(
  said: string,
  used: readonly Term[],
  around: { head: string; tail: string; over: string },
): boolean {
  if (used.some(({ kind, per }) => per || (kind !== 'money' && kind !== 'bare'))) return false;
  if (written.test(said) && confirms.test(around.tail)) return true;
  const clause = around.over.split(/[,.;?!]/)[0] ?? '';
  const alone = contentOf(clause).length === 0 || denies.test(around.tail);
  return inWords.test(said) && alone && contentOf(around.head).length === 0;
}
const written = / (?:x|×|\*|÷|:|\/|\+|nhan|chia|cong|tru)(?: [a-z]+)? /;
const inWords = / (?:nhan|chia|cong|tru)(?: [a-z]+)? /;
/** "500 chia 5 chứ lãi suất gì". */
const denies = /\bchu\b/;
const confirms = /\b(?:dung|phai)(?: [a-z]+)?[ ,]*(?:khong|ko|k|kg|chua|chu)\b/;

/** Shared among people, or among the months or years that are asked of: "trả trong 5 năm, mỗi năm bao nhiêu". */
function sharesByTime(said: string, [, second]: readonly Term[]): boolean {
  const asked = new RegExp(`moi (${spans})\\b`).exec(said)?.[1];
  return asked === undefined ? !second || !isOfTime(second) : foldInPlace(second?.unit ?? '') === asked;
}

/** What is due by a rule, or with interest, is no even share; what of a loan is paid back without its interest is one. */
function isRuled(text: string, template: string, used: readonly Term[]): boolean {
  const apart = template.replace(withoutInterest, ' ');
  const principal = apart !== template || /\b(?:tra|tien|no) goc\b/.test(template);
  const due = principal ? apart.replace(/\bno\b/g, ' ') : apart;
  return ruled.test(due) || (!principal && lends(text, template, used));
}
const withoutInterest =
  /\b(?:chua|khong|ko|khoan|dung) (?:tinh|ke|noi|cong)(?: (?:den|toi|ca|tien|ve))* lai\b/g;

/** What a share is taken of, where both are percents: "150% của 6%". */
const ofWhich = /\b(?:cua|nhan)\b| [x×*] /;
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

/** In the order they are reckoned in. */
function termsOf(operation: Operation, said: string, all: readonly Term[]): Term[] {
  const used = placesIn(said).map((i) => all[i] as Term);
  if (operation === 'each')
    return used.sort((a, b) => Number(b.kind === 'money') - Number(a.kind === 'money'));
  if (operation === 'chain') {
    const signs = said.split(/#\d+#/).slice(1);
    return used.map((t, i) => (divides.test(signs[i - 1] ?? '') ? { ...t, divides: true } : t));
  }
  // "1800m" is an area where the price is of one hectare.
  const ofLand = used.some((t) => /^(?:ha|hec ta)$/.test(t.per ?? ''));
  return used.map((t) => (ofLand && isPlot(t) ? { ...t, kind: 'm2' } : t));
}
const divides = /chia|[:/÷]/;
const isPlot = ({ kind, unit, value }: Term): boolean =>
  kind === 'count' && unit === 'm' && value >= leastPlot;
const leastPlot = 100;

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
const times = '(?:x|×|\\*|nhan(?: (?:voi|len|cho|vao))?)';
const by = '(?:chia(?: (?:cho|ra))?|÷|:|/)';
const people = '(?:nha|ho|gia dinh|nguoi|thanh vien|xa vien|to vien)';
const shared = `moi ${people}(?: (?:phai|se|thi|la|duoc|gop|bo|bo ra|dong|chiu|nhan|mat|het|khoang)){0,3} (?:bao nhieu|bnhieu|bn|nhieu|may)`;
const spans = '(?:thang|nam|vu|quy)';
const perSpan = `moi ${spans}(?: (?:phai|se|thi|la|tra|nop|goc|tien|mat|het|khoang|dong|duoc)){0,4} (?:bao nhieu|bnhieu|bn|nhieu|may)`;
const readings: { operation: Operation; said: RegExp }[] = [
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
  { operation: 'times', said: new RegExp(`${N}(?: ${times} ${N})+`) },
  { operation: 'plus', said: new RegExp(`${N}(?: (?:\\+|cong(?: voi)?) ${N})+`) },
  { operation: 'plus', said: new RegExp(`${N}(?: (?:voi|va) ${N})+ (?:cong|gop|tinh)(?: lai| vao| chung)`) },
  { operation: 'minus', said: new RegExp(`${N} tru(?: di)? ${N}`) },
  { operation: 'percent', said: new RegExp(`${N} (?:cua|tren|trong|cho)?${nouns} ?${N}`) },
  { operation: 'percent', said: new RegExp(`${N}(?: ?,)? (?:(?:thi|ma|lay|trich|tinh|nhan) ){0,2}${N}`) },
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
/** "… đi học là 1 người đúng không". */
const claimBehindDeed = new RegExp(
  `^(?: (?!la |thi |bang )[a-z]+){1,3}(?: (?:tuc|thi))* (?:la|bang|=) (?<claim>${N})(?<much>\\b\\B)?(?:[ ,?!.]*(?:dung|phai|k|ko|khong|chua|roi|a|ha|nhi|the|vay))*`,
);
const asksSum =
  /\b(?:bao nhieu|bnhieu|bn|(?:cong|gop) (?:lai|vao)|tinh (?:ho|giup|di|ra|cho|dung|sai|the|xem)|(?:toi|em|minh) tinh|nhan (?:ho|giup|di|ra))\b/;
const asksPeople = /\bmay (?:nguoi|thanh vien|xa vien|to vien|ho|nha)\b/;
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
  `cam on toi em e minh tui chau con bac co chu anh chi ban bot may ong ba nha minh la thi ma the vay roi va a u uh o da ok voi
  tinh nhan cong tru chia ra ho giup cho di nhe nha nhi chu dung sai phai khong ko k kg chua ha day do xem thu luon lai het
  hoi tuc duoc dc bao nhieu bn bnhieu may nhieu tien dong phan tram so tong tat ca ca thay gop von moi mot bang nghia tam
  khoang neu thi nhu vd vi du bo dong no lay ket qua phep khong biet muon can noi xac chi can de toi tu met ha hec kg can y nghe htx hop tac xa`.split(
    /\s+/,
  ),
);
