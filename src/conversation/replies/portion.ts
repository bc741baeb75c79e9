// What a share set by law comes to, of the sum of money a person names as what it is a share of.
import type { Answer } from '../../knowledge/answer.ts';
import { type Figure, figuresIn, unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { linesOf } from '../../knowledge/said.ts';
import type { Portion } from '../../knowledge/schema/limit.ts';
import { say } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { type MoneyFound, moneyIn } from '../../language/money.ts';
import { howMany } from '../../language/question-words.ts';
import { exact } from '../../language/sums/quantities.ts';
import type { Block } from '../message.ts';
import { isFrame, isLeft, isOfWhatIsLeft, isOtherMatter } from '../understand/own-figures.ts';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** Nothing where the card sets no share, is not in force, or no one sum is named as what it is a share of. */
export function portionsOf(knowledge: Knowledge, answer: Answer, message: string): Block[] {
  const { sum, fitting } = portionsNamed(answer, message);
  if (!sum || fitting.length === 0 || asksWhom(message)) return [];
  const w = knowledge.wording;
  return [
    ...fitting.map((portion): Block => {
      const counted = (sum.value * portion.percent) / 100;
      const key = portion.most !== undefined && counted > portion.most ? 'portion_most' : 'portion_sum';
      return {
        kind: 'strong',
        text: say(w, key, {
          amount: dong(sum.value),
          of: portion.of,
          percent: `${limitOf(knowledge, answer, portion)}${number.format(portion.percent)}%`,
          sum: dong(counted),
          most: dong(portion.most ?? 0),
        }),
      };
    }),
    { kind: 'say', text: say(w, 'portion_only_counted') },
  ];
}

/** The one sum that is named, and the shares it is the whole of. */
function portionsNamed(
  { card, validity }: Answer,
  message: string,
): { sum?: MoneyFound; fitting: readonly Portion[] } {
  if (card.portions.length === 0 || validity !== 'in_force') return { fitting: [] };
  const named = moneyIn(message).filter(({ before, behind }) => !isFrame(before, behind));
  const sums = new Map(named.map((m) => [m.value, m]));
  const [sum] = sums.values();
  if (!sum || sums.size > 1) return { fitting: [] };
  const flat = fold(message);
  return {
    sum,
    fitting: card.portions.filter(
      (p) =>
        (isNamed(p, sum) || isAskedOf(p, sum)) &&
        !isOtherMatter(p.unless, flat) &&
        (isOfWhatIsLeft(p.of) || !isLeft(sum.before, sum.behind)),
    ),
  };
}

/** "Phải trích bao nhiêu trong 120 triệu": what is taken is asked of the sum. */
function isAskedOf({ part }: Portion, { before }: MoneyFound): boolean {
  const at = askedOf.exec(before)?.index;
  const head =
    at === undefined
      ? ''
      : ` ${(
          before
            .slice(0, at)
            .split(/[,.;?!]/)
            .at(-1) ?? ''
        ).trim()} `;
  return part.some((p) => head.includes(` ${fold(p)} `));
}
const askedOf =
  /\b(?:bao nhieu|bnhieu|bn|may(?: phan(?: tram)?)?)(?: (?:tien|phan tram|phan|%))?(?: (?:la dung|vao quy|quy))? (?:trong|tren|cua|tu|cho)(?: (?:so|tong|tong so|khoan|cai))* ?$/;

/** What the borrower must bring of so many per cent, where the sum they are reckoned of is not said to be what it is a share of. */
export function ownPortionUnnamed(
  { card, validity }: Answer,
  message: string,
  { percent, of }: { percent: number; of: number },
): Portion | undefined {
  const sum = moneyIn(message).find((m) => m.value === of);
  if (validity !== 'in_force' || !sum) return undefined;
  return card.portions.find((p) => p.own && p.percent === percent && !isNamed(p, sum));
}

/** What the one share comes to for the sum that is named. */
export function portionReckoned(
  answer: Answer,
  message: string,
): { percent: number; of: number; comes: number } | undefined {
  const { sum, fitting } = portionsNamed(answer, message);
  const [portion, ...others] = fitting;
  if (!sum || !portion || others.length > 0) return undefined;
  const comes = exact((sum.value * portion.percent) / 100);
  return portion.most !== undefined && comes > portion.most
    ? undefined
    : { percent: portion.percent, of: sum.value, comes };
}

/** "Chia cho ai", "để làm gì": no sum is asked for. */
const asksWhom = (message: string): boolean => {
  const flat = fold(message);
  return whom.test(flat) && !howMuch.test(flat);
};
const whom =
  /\b(?:cho (?:ai|nhung ai)|ai (?:giu|duoc|chiu|nhan|quan ly|quyet|ky)|lam gi|viec gi|o dau|giay gi|(?:bao gio|khi nao))\b/;
const howMuch = new RegExp(`\\b(?:${howMany}|nhieu|it nhat|toi thieu|toi da|phan tram)\\b|%`);

const dong = (value: number): string => `${number.format(Math.round(value))} đồng`;

/** One of the words that name it stands within three words of the sum, but for words of time, or in what it is said to be. */
function isNamed({ when }: Portion, { before, behind }: MoneyFound): boolean {
  const front = before.trim().replace(inPassing, ' ').trim().split(/\s+/).slice(-near);
  const words = behind.trim().split(/\s+/);
  const back = words.slice(0, words[0] === 'la' ? longestPredicate : near);
  const clause = back.join(' ').split(/[,.;?!]/)[0] ?? '';
  const text = ` ${front.join(' ')} · ${words[0] === 'la' ? clause : back.join(' ')} `;
  return when.some((w) => text.replace(/[.,?!]/g, ' ').includes(` ${fold(w)} `));
}
const near = 3;
const longestPredicate = 8;
const inPassing =
  /(?: (?:(?:nam|thang|quy|vu) (?:nay|ngoai|truoc|roi)|du kien|tri gia|duoc|khoang|tam|chung|het|ton|la))+ ?$/;

/** "Tối đa " or "tối thiểu ", as the card itself limits it. */
function limitOf(knowledge: Knowledge, answer: Answer, portion: Portion): string {
  const limit = limitKind(knowledge, answer, portion);
  const key = limit === 'max' ? 'portion_max' : limit === 'min' ? 'portion_min' : undefined;
  return key ? `${say(knowledge.wording, key)} ` : '';
}

export function limitKind(
  { words }: Knowledge,
  { card }: Answer,
  { percent }: Portion,
): Figure['limit'] | undefined {
  const figures = linesOf(card).flatMap((line) => figuresIn(line, unitsOf(words.units)));
  return figures.find((f) => f.unit === '%' && f.value === percent)?.limit;
}
