// Reads the answer to "how many people", with marks or without: "năm sáu nhà", "khoang chuc nguoi", "mới có mình tôi".
import { isFullName, isTitledName } from '../../../language/family-names.ts';
import { clean, fold, plainWords, syllables } from '../../../language/fold.ts';
import { type NumberFound, numbersIn } from '../../../language/numbers.ts';
import { digitsOfBrokenPhone, findPhone } from '../../../language/phones.ts';
import type { Members } from '../../../leads/lead.ts';
import { peopleTold, unitNamed } from './people.ts';

/** `sure`: taken as it is; otherwise the person is asked whether that is right. `unit`: people or households were named. `besides`: other words stand around the number. */
export type Count = {
  members: number;
  memberUnit?: Members['memberUnit'];
  sure: boolean;
  unit: boolean;
  besides: boolean;
};

export function countAnswered(message: string): Count | undefined {
  const text = spelt(
    clean(message)
      .replace(/[.!\s]+$/, '')
      .replace(nobodyElse, '')
      .replace(reason, ''),
  );
  if (findPhone(text) || digitsOfBrokenPhone(text) || isFullName(text) || isTitledName(text))
    return undefined;
  if (!/(?<!\p{L})minh(?: [aạ])?$/iu.test(text) && alone.test(plainWords(text)))
    return { members: 1, sure: true, unit: true, besides: false };
  const each = multiplied(text);
  if (each) return { members: each, sure: false, unit: true, besides: false };
  const together = besidesMe(text) ?? sumOf(text);
  if (together) return { members: together, sure: false, unit: true, besides: false };
  const told = peopleTold(text);
  const bare = told === undefined ? bareCount(text) : undefined;
  const members = told?.members ?? bare?.members;
  if (members === undefined) return undefined;
  const memberUnit = told?.memberUnit ?? bare?.memberUnit;
  return {
    members,
    memberUnit,
    sure: members <= mostUnasked,
    unit: told !== undefined,
    besides: bare?.besides ?? false,
  };
}
/** "Mỗi mình em. Chưa có ai": said twice. */
const nobodyElse =
  /[\s,.;]+(?:chưa|chua|không|khong|ko|k) (?:có|co|thấy|thay|rủ được|ru duoc) ai(?: (?:cả|ca|hết|het|khác|khac|nữa|nua|thêm|them|ạ|a|em))*$/iu;
/** "4 vì có thằng em họ …": why, which may hold other numbers. */
const reason = /[\s,]+(?:vì|vi|tại vì|tai vi|bởi|boi)\s.+$/iu;
const mostUnasked = 100;

/** "Mấy nhà thôi", "vài người": people, but no number. */
export const isVagueCount = (message: string): boolean => vague.test(plainWords(message));
const vague =
  /^(?:(?:da|co|duoc|moi|chi|cung|chac|khoang|cu) )*(?:may|vai|dam|nhieu|it)(?: (?:ba|ca))? (?:nguoi|nha|ho|gia dinh|anh em)(?: (?:thoi|a|em|nhe|gi do|trong xom))*$/;

const me = '(?:toi|em|e|minh|tui|chau|tao|anh|chi|bac|chu|co|ong|ba)';
const alone = new RegExp(
  `^(?:(?:da|hien|gio|nay|bay gio|thi|co|moi|chi|mot|1|moi|con) )*(?:minh|moi|chi|moi co|chi co) ?(?:minh )?${me}?(?: (?:thoi|a|nhe|day))*$`,
);

/** Number words that were typed without marks, in theirs; "chục" and "mươi" with no number before them are ten. */
export function spelt(text: string): string {
  let counts = false;
  return text
    .replace(/(?:(chac|co le|khoang) tam (?=chuc|muoi|\d))/giu, '$1 ')
    .replace(/[\p{L}\p{M}]+|\d+/gu, (word) => {
      const low = word.toLowerCase();
      const ten =
        tens.has(fold(low)) && (low === fold(low) || low === 'chục' || low === 'mươi' || low === 'mười');
      const now = ten ? (counts ? 'mươi' : 'mười') : (unmarked[low] ?? low);
      const before = counts;
      counts = /^\d/.test(low) || digits.has(now) || several.has(fold(low)) || (ten && !before);
      return several.has(fold(low)) || now === low ? word : now;
    });
}
const tens = new Set(['chuc', 'muoi']);
/** "Vài chục" is no ten. */
const several = new Set(['vai', 'dam']);
const unmarked: Record<string, string> = {
  mot: 'một',
  bon: 'bốn',
  tu: 'tư',
  nam: 'năm',
  sau: 'sáu',
  bay: 'bảy',
  tam: 'tám',
  chin: 'chín',
  tram: 'trăm',
  lam: 'lăm',
};
const digits = new Set('một hai ba bốn tư năm sáu bảy bẩy tám chín mấy'.split(' '));

/** "5 nhà, mà mỗi nhà có 2 vợ chồng thì 10 người à": worked out by the one who asks, and asked about. */
export function multiplied(message: string): number | undefined {
  const text = clean(message);
  const [homes, each, all] = numbersIn(text);
  if (!homes || !each || !all || !perHome.test(fold(text.slice(homes.end, each.start)))) return undefined;
  return homes.value * each.value === all.value && /^\s*(?:nguoi|ng)\b/.test(fold(text.slice(all.end)))
    ? all.value
    : undefined;
}
const perHome = /^\s*(?:nha|ho)\b.*\b(?:moi|mot) (?:nha|ho)\b/;

const counted =
  /^\s*(?:nha|ho|nguoi|ng|anh em|gia dinh|thanh vien|chi em|ba con|vo chong|me con|bo con|cha con|cap)\b/;

/** "Mình với 2 anh nữa": who writes is one of them. */
function besidesMe(text: string): number | undefined {
  const [others, more] = numbersIn(text);
  if (!others || more || !isWhole(others.value)) return undefined;
  const before = fold(text.slice(0, others.start));
  const behind = fold(text.slice(others.end));
  return meWith.test(before) && nobodyElseNamed.test(behind) ? others.value + 1 : undefined;
}
const meWith = new RegExp(`(?:^|\\s)${me} (?:voi|va|cung|cung voi)(?: (?:co|them|khoang))?\\s*$`);
const nobodyElseNamed =
  /^\s*(?:anh|em|chi|ban|dua|ong|ba|chu|bac|co|nguoi|ng|nha|ho)(?: \p{L}+){0,3} nua(?: (?:a|thoi|nhe))*$/u;

/** "Hai vợ chồng tôi với 3 nhà nữa", or the two alone: what that makes is asked about. */
function sumOf(text: string): number | undefined {
  const all = numbersIn(text).filter((n) => counted.test(fold(text.slice(n.end))));
  const [first, second] = all;
  if (!first || all.length > 2) return undefined;
  if (!second) return ofOneFamily.test(fold(text.slice(first.end))) ? first.value : undefined;
  const between = fold(text.slice(first.end, second.start));
  return joined.test(between) && isWhole(first.value) && isWhole(second.value)
    ? first.value + second.value
    : undefined;
}
const ofOneFamily = /^\s*(?:vo chong|me con|bo con|cha con)\b/;
const joined = /\b(?:voi|va|cung|cong|them)\b[^.;?]{0,12}$/;

/** One number, or a few on end ("năm sáu", "7-8": the last), among words that say nothing else. */
function bareCount(text: string): (Members & { members: number; besides: boolean }) | undefined {
  const all = numbersIn(text);
  const last = all.at(-1);
  if (!last || !isWhole(last.value) || measures.test(fold(text.slice(last.end)))) return undefined;
  const others = all.reduceRight((rest, n) => rest.slice(0, n.start) + rest.slice(n.end), text);
  const said = syllables(others);
  if (said.every((w) => around.has(w)))
    return onEnd(all, text)
      ? { members: last.value, memberUnit: unitNamed(text.slice(last.end)), besides: false }
      : undefined;
  const only = all.length === 1 && !last.inWords && said.length <= longest;
  return only && !said.some((w) => asks.has(w))
    ? { members: last.value, memberUnit: unitNamed(text.slice(last.end)), besides: true }
    : undefined;
}
const longest = 8;
const onEnd = (all: readonly NumberFound[], text: string): boolean =>
  all.every(
    (n, i) =>
      i === 0 || /^(?:[\s,~-]|hoặc|hoac|hay|đến|den|tới)*$/iu.test(text.slice(all[i - 1]?.end, n.start)),
  );
const isWhole = (value: number): boolean => Number.isInteger(value) && value > 0 && value < 10_000;
const around = new Set(
  `da co duoc khoang tam do chung chac hien dang nay gio moi chi thoi la ca thay tat tong cong nhom to xom ban nha ho
  nguoi gia dinh minh toi em tui chung bon a nhe nha nhi di luon roi gi it nhat toi da hoac hay den dan anh chi ba con
  trong thanh vien lam cung so`.split(/\s+/),
);
const measures =
  /^\s*(?:ha|sao|mau|con|cay|trieu|ty|nghin|ngan|kg|tan|ta|gio|h|tuoi|nam|thang|ngay|tuan|m|met|lit)\b|^\s*%/;
const asks = new Set('gi sao nao khong ko k dau bao may phai'.split(' '));
