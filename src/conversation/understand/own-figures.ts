// Which sum in a message is the whole that a share is taken of, and which is held against that share: "góp 250 trên vốn điều lệ 800 triệu"; nothing where it is not plain what a number is.
import type { Portion } from '../../knowledge/schema/limit.ts';
import { datesIn } from '../../language/dates.ts';
import { clean, fold, foldInPlace } from '../../language/fold.ts';
import { moneyIn } from '../../language/money.ts';
import { howMany, orNot } from '../../language/question-words.ts';
import { type Quantity, quantitiesIn } from '../../language/sums/quantities.ts';

/** In đồng; `share`: the part, in percent. */
export type Figures = { whole?: number; part?: number; share?: number };

/** With what was told of the two before. */
export function figuresTold(
  portion: Pick<Portion, 'percent' | 'of' | 'when' | 'part' | 'unless'>,
  message: string,
  before: Figures = {},
): Figures | undefined {
  const added = before.part === undefined ? undefined : addedIn(message);
  if (added !== undefined && before.part !== undefined) return { ...before, part: before.part + added };
  const read = amountsIn(portion, message);
  if (!read) return undefined;
  const { wholes, parts, lone } = read;
  if (wholes.length + parts.length + lone.length === 0) return undefined;
  const whether = asksWhether(message);
  if (lone.length > 0 && !whether) return undefined;
  const [alone, ...more] = lone;
  if (more.length > 0 || (alone && parts.length > 0)) return undefined;
  const known = wholes.length > 0 || before.whole !== undefined;
  if (alone?.kind === 'percent') return wholes.length === 0 ? { share: alone.value } : undefined;
  if (alone && !known) return undefined;
  // Behind a whole that was told earlier a bare amount is the part again, where a part was told.
  if (alone && wholes.length === 0 && before.part === undefined) return undefined;
  const [whole, part] = [one(wholes), one(alone ? [alone] : parts)];
  if (whole === 'several' || part === 'several') return undefined;
  if (part?.kind === 'percent') return { ...before, share: part.value, part: undefined };
  const wholeIs = inDong(whole, part?.kind === 'money' ? part.value : before.part) ?? before.whole;
  const partIs = inDong(part, wholeIs) ?? before.part;
  return { whole: wholeIs, part: partIs };
}

/** "Thế thêm 20 triệu thì đủ chưa": so much more than the part that was told, in đồng. */
function addedIn(message: string): number | undefined {
  const [sum, ...others] = moneyIn(message);
  return sum && others.length === 0 && adding.test(sum.before) ? sum.value : undefined;
}
const adding = /\b(?:them|bo sung|bu them|gop them)(?: (?:vao|duoc|khoang|tam|cho))* ?$/;

type Read = { wholes: Quantity[]; parts: Quantity[]; lone: Quantity[] };

function amountsIn(
  { percent, of, when, part, unless }: Pick<Portion, 'percent' | 'of' | 'when' | 'part' | 'unless'>,
  message: string,
): Read | undefined {
  const text = clean(message).replace(/(?<=\d)\.(?=\d{1,2}(?!\d))/g, ',');
  const flat = foldInPlace(text);
  if (isOtherMatter(unless, flat)) return undefined;
  const dates = datesIn(text);
  const all = quantitiesIn(text).filter(({ start, end }) =>
    dates.every((d) => end <= d.start || start >= d.end),
  );
  const read: Read = { wholes: [], parts: [], lone: [] };
  const amounts = all.filter(({ kind }) => kind === 'money' || kind === 'bare' || kind === 'percent');
  let alone: Quantity | undefined;
  for (const amount of amounts) {
    const before = clauseBefore(
      flat.slice(all.findLast((q) => q.end <= amount.start)?.end ?? 0, amount.start),
    );
    const behind = clauseBehind(flat.slice(amount.end, all.find((q) => q.start >= amount.end)?.start));
    if (amount.kind === 'percent' && amount.value === percent && amounts.length > 1) continue;
    if (isFrame(flat.slice(0, amount.start), flat.slice(amount.end))) continue;
    if (isLeft(before.join(' '), behind.join(' ')) && !isOfWhatIsLeft(of)) continue;
    const asWhole = amount.kind !== 'percent' && names(when, before, behind, true);
    const apart = !asWhole && setApart.test(before.join(' '));
    const asPart = apart || names(part, before, behind, false);
    const over = overAnother.test(flat.slice(amount.end, nextAfter(amounts, amount)?.start));
    const under = isUnder(amounts, amount, flat);
    if (apart) alone = amount;
    if ((asWhole || under) && (asPart || over)) return undefined;
    if (asWhole || under) read.wholes.push(amount);
    else if (asPart || over) read.parts.push(amount);
    else if (before.every((w) => neutral.has(w))) read.lone.push(amount);
    else return undefined;
  }
  return alone && read.parts.length > 1 ? { ...read, parts: [alone] } : read;
}

/** "Bốn người góp 320 triệu, riêng bà giám đốc 150 triệu": whose part is held against the share. */
const setApart = /\b(?:rieng|mot minh)\b/;

/** "Vợ chồng tôi", "thành viên liên kết": the share is not of what one person brings. */
export const isOtherMatter = (unless: readonly string[], flat: string): boolean => {
  const said = ` ${flat.split(/[^a-z0-9]+/).join(' ')} `;
  return unless.some((w) => said.includes(` ${fold(w)} `));
};

/** "Trong 120 triệu đó có 50 triệu …": only what the other is one of. */
export const isFrame = (before: string, behind: string): boolean =>
  /\btrong(?: (?:so|tong|khoan|tong so))? ?$/.test(before) &&
  /^ ?(?:dong )?(?:(?:do|nay|ay|kia|lai|thi) )*(?:chi )?co (?:khoang )?\d/.test(behind);

/** "Còn lại 47,5 triệu": of what is left when all was taken, nothing is taken again. */
export const isLeft = (before: string, behind: string): boolean =>
  /\bcon(?: lai)?(?: (?:la|duoc|co|khoang|tam|chung|gan|hon|tong))* ?$/.test(before) ||
  /^ ?(?:dong )?con lai\b/.test(behind);
export const isOfWhatIsLeft = (of: string): boolean => fold(of).includes('con lai');

const clauseBefore = (text: string): string[] => wordsOf(text.split(/[,.;?!]/).at(-1) ?? '');
const clauseBehind = (text: string): string[] => wordsOf(text.split(/[,.;?!]/)[0] ?? '');
const wordsOf = (text: string): string[] => text.split(/[^a-z0-9]+/).filter((w) => w !== '');

/** One of the names stands right before the amount, or behind it as what it is. */
function names(
  list: readonly string[],
  before: readonly string[],
  behind: readonly string[],
  whole: boolean,
): boolean {
  const head = ` ${before.join(' ')} `;
  return list.some((name) => {
    const said = ` ${fold(name)} `;
    const at = head.lastIndexOf(said);
    const between = at < 0 ? undefined : wordsOf(head.slice(at + said.length - 1));
    if (between && between.filter((w) => !filling.has(w)).length <= mostBetween) return true;
    const is = behind[0] === 'la' ? behind.slice(1, longestPredicate) : whole ? behind.slice(0, 3) : [];
    const tail = ` ${is.join(' ')} `;
    return behind[0] === 'la' ? tail.includes(said) : tail.startsWith(said);
  });
}
const mostBetween = 2;
const longestPredicate = 8;
const filling = new Set(
  'la co len den toi duoc dc khoang tam chung hon gan nam nay ngoai thang quy vu vua roi chi moi them ca thay tong cong so tien thu'.split(
    ' ',
  ),
);
const neutral = new Set(
  'thi ma vay the voi con neu tuc la hoi tinh chu roi a u ok ra nhu minh toi em nham duoc nang len muc'.split(
    ' ',
  ),
);

const overAnother = /^ ?(?:dong )?(?:tren|trong|cua|so voi)(?: (?:tong|so|von|dieu le|tat ca|cai|muc))* ?$/;
const nextAfter = (all: readonly Quantity[], amount: Quantity): Quantity | undefined =>
  all.find((q) => q.start >= amount.end);
const isUnder = (all: readonly Quantity[], amount: Quantity, flat: string): boolean => {
  const last = all.findLast((q) => q.end <= amount.start && q.kind !== 'percent');
  return last !== undefined && overAnother.test(flat.slice(last.end, amount.start));
};

function one(all: readonly Quantity[]): Quantity | undefined | 'several' {
  const [first, ...others] = all;
  return others.some((q) => q.value !== first?.value || q.kind !== first?.kind) ? 'several' : first;
}

/** A bare number is meant in millions beside a sum of money: "250 trên 800 triệu", "350 của 1 tỷ". */
function inDong(amount: Quantity | undefined, beside: number | undefined): number | undefined {
  if (!amount || amount.kind === 'money') return amount?.value;
  if (amount.kind !== 'bare' || beside === undefined) return undefined;
  if (amount.value >= million) return amount.value;
  return beside >= million && amount.value >= 1 && (beside < billion || amount.value >= fewestMillions)
    ? amount.value * million
    : undefined;
}
const million = 1e6;
const billion = 1e9;
const fewestMillions = 10;

/** "Có vượt không", "đủ chưa", "được không", "thì vượt rồi", "thì thôi". */
export function asksWhether(message: string): boolean {
  const text = fold(message)
    .replace(/[^a-z0-9% ]+/g, ' ')
    .replace(/\bcon gi(?: nua)?\s*$/, '');
  return !other.test(text) && (whether.test(text) || states.test(text));
}
/** How much, who, when: more than whether. */
export const asksOther = (message: string): boolean => other.test(fold(message));
const other = new RegExp(
  `\\b(?:${howMany}|the nao|nhu nao|lam sao|tai sao|vi sao|gi|ai|dau|bao gio|khi nao)\\b`,
);
const fits = '(?:vuot|qua|lo|du|dat|duoc|dc|dk|ok|oke|on|hop le|trong muc|hop luat|trai luat)';
const whether = new RegExp(
  `\\b${fits}\\b(?: [a-z0-9%]+){0,6}? (?:${orNot})\\b|\\b${fits}(?: [a-z]+){0,2} (?:a|ha|chu|nhi)\\s*$|\\bco (?:vuot|du|dat)\\b`,
);
const states = /\b(?:vuot|qua muc|du|dat)(?: [a-z]+){0,4} roi\b|\bthi (?:thoi|xong)\b/;

/** Nothing is asked besides: "góp 200 triệu bằng đất có được không" asks of more than the sum. */
export function asksOnly(message: string, named: readonly string[]): boolean {
  const words = fold(clean(message))
    .replace(/\d[\d.,]*/g, ' ')
    .split(/[^a-z]+/);
  const known = new Set(named.flatMap((n) => fold(n).split(' ')));
  return words.filter((w) => w !== '' && !known.has(w) && !passing.has(w)).length <= mostBesides;
}
const mostBesides = 1;
const passing = new Set(
  `toi em e minh tui chau con bac co chu anh chi ong ba nha nguoi mot moi thanh vien htx hop tac xa to ban bot ad da a ah u uh oi ha nhi nhe the vay
  thi la ma va neu hoi noi tinh cho xem ho giup nay do kia roi chua khong ko k kg hong phai dung chu con gi nua tuc thanh ra nhu muon dinh can den len voi
  vuot qua lo du duoc dc dk ok oke on hop le luat muc toi da thieu tran han dieu kien chi da se thoi day bao nhieu bn may nhat het
  mat chiu tra den ganh trong tren cua tong tien von trieu tr ty ti nghin dong d phan tram hom nam nang tang chac nhan luon lai`.split(
    /\s+/,
  ),
);
