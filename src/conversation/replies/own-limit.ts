// A sum a person names against the one ceiling of the answer that is theirs, and the part they bring themselves against the least the answer asks for; nothing where it is not plain that the two are of the same thing.
import type { Answer } from '../../knowledge/answer.ts';
import { type Figure, figuresIn, unitsOf } from '../../knowledge/figures.ts';
import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { say } from '../../knowledge/wording.ts';
import { clean, fold } from '../../language/fold.ts';
import { type MoneyFound, moneyIn } from '../../language/money.ts';
import type { Block } from '../message.ts';
import type { Told } from '../state.ts';
import { sayMoney } from './sum.ts';

/** In force only, and of what the answer says first: its other lines tell of what was before, or of others. */
export function limitsOf(knowledge: Knowledge, answer: Answer, told: Told, message: string): Block[] {
  if (answer.validity !== 'in_force') return [];
  return [...ceilingOf(knowledge, answer, told, message), ...ownShareOf(knowledge, answer, message)];
}

/** "Tôi vay 50 triệu" behind "cá nhân, hộ gia đình tối đa 300 triệu đồng". */
function ceilingOf({ words, wording }: Knowledge, { answer }: Answer, told: Told, message: string): Block[] {
  const [sum, ...more] = moneyIn(message);
  if (!sum || more.length > 0 || !borrows(message, sum)) return [];
  const whose =
    kindIn(message, words) ?? (told.form === undefined && ofOneself.test(fold(message)) ? 'one' : undefined);
  const theirs = partsOf(answer).filter((part) => whose !== undefined && kindIn(part, words) === whose);
  const [limit, ...others] = theirs.flatMap((part) => ceilingsIn(part, words));
  if (!limit || others.length > 0 || !/(?<!\p{L})vay(?!\p{L})/iu.test(answer)) return [];
  // Another's ceiling in so many words: that is what is spoken of.
  const named = ceilingsIn(answer, words).some(({ value }) => value === sum.value && value !== limit.value);
  if (named) return [];
  const key = sum.value <= limit.value ? 'limit_within' : 'limit_over';
  return [
    {
      kind: 'strong',
      text: say(wording, key, { amount: sayMoney(sum.value), limit: sayMoney(limit.value) }),
    },
  ];
}
const partsOf = (text: string): string[] => text.split(/[;:]/u);
const ceilingsIn = (text: string, words: Knowledge['words']): Figure[] =>
  figuresIn(text, unitsOf(words.units)).filter(({ unit, limit }) => unit === 'đồng' && limit === 'max');

/** A form of organisation, or one person or household; other trades have ceilings of their own. */
function kindIn(text: string, words: Knowledge['words']): string | undefined {
  const flat = fold(text);
  if (otherKinds.test(flat)) return 'other';
  const form = formIn(text, words);
  const one = /\b(?:ca nhan|ho gia dinh)\b/.test(flat);
  return form && one ? 'other' : (form ?? (one ? 'one' : undefined));
}
const otherKinds = /\b(?:ho kinh doanh|trang trai|doanh nghiep|cong ty|lien hiep)\b/;
const ofOneself = /\b(?:toi|em|minh|tui|chau|nha|vo chong)\b/;

/** The loan itself stands right before the sum; with marks "vậy" is no loan. */
function borrows(message: string, { before }: MoneyFound): boolean {
  const text = clean(message);
  const marked = text.toLowerCase() !== fold(text);
  return lends.test(before) && (!marked || /(?<!\p{L})vay(?!\p{L})/iu.test(text));
}
const lends = /\bvay(?: (?:ngan hang|duoc|dc|khoang|tam|co|them|von|tin dung|chung|quy)){0,3} ?$/;

/** "500 triệu là cho tổ mà, sao lại 300": the answer's own words for the ceiling of those who are named, where that is the sum. */
export function ceilingClaimed({ words, wording }: Knowledge, answer: Answer, message: string): Block[] {
  const whose = kindIn(message, words);
  const [sum, ...more] = new Set(moneyIn(message).map((m) => m.value));
  if (answer.validity !== 'in_force' || whose === undefined || whose === 'other') return [];
  if (sum === undefined || more.length > 0 || !claims.test(fold(message))) return [];
  const theirs = partsOf(answer.answer).filter((part) => kindIn(part, words) === whose);
  const [part, ...others] = theirs.filter((p) => ceilingsIn(p, words).length > 0);
  const limits = part === undefined || others.length > 0 ? [] : ceilingsIn(part, words);
  if (part === undefined || limits.length !== 1 || limits[0]?.value !== sum) return [];
  const limit = part.trim().replace(/[.,]$/, '');
  return [{ kind: 'strong', text: say(wording, 'limit_theirs', { limit }) }];
}
const claims =
  /\b(?:co ma|sao lai|chu (?:dau|sao|khong)|chu co phai|(?:la|danh) (?:cho|cua)|(?:dung|phai)(?: roi)? (?:khong|ko|k|chua))\b|\b(?:ma|chu|co|day)\s*[?!.]*$/;

/** "Vay 80 triệu, mình bỏ 20 triệu" behind "vốn của mình tối thiểu là 20% tổng vốn": of the two together. */
function ownShareOf({ words, wording }: Knowledge, { card, answer }: Answer, message: string): Block[] {
  const share = card.portions.find((p) => p.own);
  const least = figuresIn(answer, unitsOf(words.units)).filter((f) => f.unit === '%' && f.limit === 'min');
  const sums = moneyIn(message);
  const [loan, ...loans] = sums.filter((m) => borrows(message, m));
  const [own, ...owns] = sums.filter((m) => brings.test(m.before));
  if (!share || least.length !== 1 || least[0]?.value !== share.percent) return [];
  if (!loan || !own || loan === own || sums.length !== 2 || loans.length > 0 || owns.length > 0) return [];
  const whole = loan.value + own.value;
  const part = (own.value / whole) * 100;
  const key = own.value * 100 >= whole * share.percent ? 'own_share_enough' : 'own_share_short';
  return [
    {
      kind: 'strong',
      text: say(wording, key, {
        own: sayMoney(own.value),
        loan: sayMoney(loan.value),
        whole: sayMoney(whole),
        part: `${number.format(part)}%`,
        least: `${number.format(share.percent)}%`,
      }),
    },
  ];
}
const brings =
  /\b(?:(?:toi|em|minh|nha|htx|to|tu) (?:bo|gop|co)(?: (?:ra|san|them|duoc|von|khoang|tam)){0,3}|(?:von|tien) (?:cua )?(?:tu co|minh|nha|toi|em|doi ung)(?: (?:la|co|khoang|tam|bo|gop|ra)){0,2}|doi ung(?: (?:la|khoang))?) ?$/;

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
