// What a person brings or gives, told as a sum, against the one share the answer sets: over it, within it, enough or short; and what they bear at most.
import type { Answer } from '../../knowledge/answer.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Portion } from '../../knowledge/schema/limit.ts';
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { fold } from '../../language/fold.ts';
import { moneyIn } from '../../language/money.ts';
import type { Sum } from '../../language/sums/index.ts';
import { exact } from '../../language/sums/quantities.ts';
import type { Block } from '../message.ts';
import type { Told } from '../state.ts';
import { asksWhether, type Figures, figuresTold, isOtherMatter } from '../understand/own-figures.ts';
import { isOfForm } from './of-form.ts';
import { limitKind } from './portion.ts';
import { sayMoney } from './sum.ts';

/** `before`: what was told of the two earlier behind this answer. */
export function partOf(
  knowledge: Knowledge,
  answer: Answer,
  told: Told,
  message: string,
  before?: Figures,
): Block[] {
  const share = shareSet(knowledge, answer);
  if (!share || !isOfForm(knowledge, answer, told, message)) return [];
  const figures = figuresTold(share.portion, message, before);
  if (!figures || (isSame(figures, before) && !asksWhether(message))) return [];
  return heldAgainst(knowledge, share, figures);
}

/** "150 triệu là 37,5% của 400 triệu" behind the answer that sets a share: what it is if the one is a part of the other. */
export function sumHeld(knowledge: Knowledge, answer: Answer, { operation, terms }: Sum): Block[] {
  const share = operation === 'share' ? shareSet(knowledge, answer) : undefined;
  const [part, whole] = terms;
  if (!share || part?.kind !== 'money' || whole?.kind !== 'money') return [];
  return heldAgainst(knowledge, share, { part: part.value, whole: whole.value });
}

type ShareSet = { portion: Portion; limit: 'max' | 'min' };

/** The one share that the answer sets for a part that people bring or give. */
function shareSet(knowledge: Knowledge, answer: Answer): ShareSet | undefined {
  const [portion, ...others] = answer.card.portions;
  if (!portion || others.length > 0 || portion.part.length === 0 || answer.validity !== 'in_force')
    return undefined;
  const limit = limitKind(knowledge, answer, portion);
  return limit === 'max' || limit === 'min' ? { portion, limit } : undefined;
}

function heldAgainst(
  { wording }: Knowledge,
  { portion, limit }: ShareSet,
  { whole, part, share }: Figures,
): Block[] {
  const most = share ?? (whole && part ? exact((part / whole) * 100) : undefined);
  if (most === undefined || (whole !== undefined && part !== undefined && part > whole)) return [];
  const fits = limit === 'max' ? most <= portion.percent : most >= portion.percent;
  const kind = limit === 'max' ? (fits ? 'within' : 'over') : fits ? 'enough' : 'short';
  const known = share === undefined && whole !== undefined && part !== undefined;
  const key: WordingKey = `limit_${known ? 'part' : 'share'}_${kind}`;
  const named = say(wording, limit === 'max' ? 'portion_max' : 'portion_min');
  return [
    {
      kind: 'strong',
      text: say(wording, key, {
        of: portion.of,
        whole: sayMoney(whole ?? 0),
        part: sayMoney(part ?? 0),
        percent: `${named} ${number.format(portion.percent)}%`,
        sum: sayMoney(exact(((whole ?? 0) * portion.percent) / 100)),
        share: sayShare(most),
      }),
    },
  ];
}

/** Nothing new was told of the two. */
const isSame = (now: Figures, before: Figures | undefined): boolean =>
  now.share === undefined && now.whole === before?.whole && now.part === before?.part;

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const sayShare = (percent: number): string =>
  `${Number(percent.toFixed(2)) === percent ? '' : 'khoảng '}${number.format(percent)}%`;

/** "Góp 20 triệu, hợp tác xã nợ 2 tỷ": what one bears at most, with the line that goes with it. */
export function boundOf(knowledge: Knowledge, answer: Answer, told: Told, message: string): Block[] {
  const [bound, ...others] = answer.card.bounds;
  if (!bound || others.length > 0 || answer.validity !== 'in_force') return [];
  if (!isOfForm(knowledge, answer, told, message) || isOtherMatter(bound.unless, fold(message))) return [];
  const sums = moneyIn(message);
  const isNamed = (names: readonly string[], before: string): boolean => {
    const near = ` ${before
      .trim()
      .split(/[,.;?!]/)
      .at(-1)
      ?.trim()
      .split(/\s+/)
      .slice(-4)
      .join(' ')} `;
    return names.some((n) => near.includes(` ${fold(n)} `));
  };
  const mine = sums.filter((m) => isNamed(bound.when, m.before) && !isNamed(bound.against, m.before));
  const theirs = sums.filter((m) => isNamed(bound.against, m.before) && !isNamed(bound.when, m.before));
  const [own] = mine;
  if (!own || mine.length > 1 || theirs.length > 1 || mine.length + theirs.length !== sums.length) return [];
  return [
    {
      kind: 'strong',
      text: say(knowledge.wording, 'bound_most', { of: bound.of, amount: sayMoney(own.value) }),
    },
    { kind: 'say', text: bound.line },
  ];
}
