// A sum a person asks for or claims: "20% của 200tr là bn", "40 nghìn nhân 1200kg là 48 triệu đúng không", "5 nhà góp 30tr mỗi nhà"; what could be meant in two ways is none.
import { datesIn } from '../dates.ts';
import { clean } from '../fold.ts';
import { contentOf, fewest, fewestAsked, restOf } from './besides.ts';
import { interestIn } from './interest.ts';
import {
  asksPeople,
  asksShare,
  asksSum,
  claimBehindDeed,
  ending,
  newSentence,
  readings,
} from './readings.ts';
import { isOfPeople, type Operation, reckon, type Sum, type Term } from './reckon.ts';
import { isRuled, sharesByTime } from './ruled.ts';
import { placesIn, templateOf, termsOf, type Written } from './template.ts';

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
  const written = templateOf(text);
  const interest = interestIn(written);
  if (interest) return interest;
  for (const { operation, said } of readings) {
    const sum = read(operation, said.exec(written.template), written);
    if (sum) return sum;
  }
  return undefined;
}

/** "15/6/2027" divides nothing, and "năm 2023, 2024, 2025" count nothing. */
const withoutDates = (text: string): string =>
  datesIn(text)
    .filter(({ month }) => month !== undefined)
    .reduce((all, { start, end }) => all.slice(0, start) + 'n'.repeat(end - start) + all.slice(end), text)
    .replace(yearsNamed, (years) => 'n'.repeat(years.length));
const yearsNamed =
  /(?<=(?<!\p{L})n[ăa]m )(?:19|20)\d{2}(?:(?: ?[,-] ?| (?:và|va|đến|den|tới|toi) )(?:19|20)\d{2})*(?!\d)/giu;

function read(
  operation: Operation,
  match: RegExpExecArray | null,
  { text, terms, template }: Written,
): Sum | undefined {
  if (!match) return undefined;
  const used = termsOf(operation, match[0], terms);
  if (operation === 'each' && !sharesByTime(match[0], used)) return undefined;
  if (operation === 'chain' && byRatio.test(match[0])) return undefined;
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
  const goesOn = tail?.groups?.much ? isNext.test(over) : newSentence.test(behind);
  if (!again || (placesIn(over).length > 0 && !goesOn)) return undefined;
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

/** "Chia cho 30/400 phần" may mean so much of it. */
const byRatio = /chia(?: [a-z]+)? #\d+# ?\/ ?#\d+#/;

/** A question of its own behind what was asked for. */
const isNext = /^\s*[,.;?!]/;

/** What a share is taken of, where both are percents: "150% của 6%". */
const ofWhich = /\b(?:cua|nhan)\b| [x×*] /;

/** "4.140.000 x 1,5 đúng không" in a sentence, "500 chia 5" before anything else: a sum in so many words, of nothing that is counted in pieces. */
function isWritten(
  said: string,
  used: readonly Term[],
  around: { head: string; tail: string; over: string },
): boolean {
  if (used.some(({ kind, per }) => per || (kind !== 'money' && kind !== 'bare'))) return false;
  if (inSigns.test(said) && confirms.test(around.tail)) return true;
  const clause = around.over.split(/[,.;?!]/)[0] ?? '';
  const alone = contentOf(clause).length === 0 || denies.test(around.tail);
  return inWords.test(said) && alone && contentOf(around.head).length === 0;
}
const inSigns = / (?:x|×|\*|÷|:|\/|\+|nhan|chia|cong|tru)(?: [a-z]+)? /;
const inWords = / (?:nhan|chia|cong|tru)(?: [a-z]+)? /;
/** "500 chia 5 chứ lãi suất gì". */
const denies = /\bchu\b/;
const confirms = /\b(?:dung|phai)(?: [a-z]+)?[ ,]*(?:khong|ko|k|kg|chua|chu)\b/;
