// What the amounts of a sum come to, and whether a claimed result is right; amounts that do not go together come to nothing.
import { foldInPlace } from '../fold.ts';
import { exact, type Quantity } from './quantities.ts';

export type Operation =
  | 'percent'
  | 'times'
  | 'priced'
  | 'divided'
  | 'plus'
  | 'minus'
  | 'share'
  /** Shared out evenly: "6 nhà mỗi nhà bao nhiêu", "trả 5 năm, mỗi năm bao nhiêu". */
  | 'each'
  /** An amount for one person and one month, of so many people and months. */
  | 'every'
  /** Of a sum, at a rate for each month or year, for a time: without interest on interest. */
  | 'interest'
  /** Times and divided by, from left to right. */
  | 'chain';

export type Sum = {
  operation: Operation;
  /** In the order they are said; `per`: a price of one ("40 nghìn một cân"). */
  terms: Term[];
  /** The value and what it is of, as in a quantity. */
  result: Pick<Quantity, 'kind' | 'value' | 'unit'>;
  /** What the person makes it, and whether that is right. */
  claimed?: Pick<Quantity, 'kind' | 'value' | 'unit'> & { right: boolean };
  /** What is said besides, where that is more than how one asks for a sum. */
  rest: string;
};
export type Term = Quantity & {
  per?: string;
  perSaid?: string;
  /** What stands before it is divided by it. */
  divides?: boolean;
};

/** Undefined where the amounts do not go together, or what was claimed is of another kind. */
export function reckon(
  operation: Operation,
  terms: Term[],
  claim: Term | undefined,
): Omit<Sum, 'rest'> | undefined {
  const result = resultOf(operation, terms);
  if (!result) return undefined;
  const sum = { operation, terms, result };
  if (!claim) return sum;
  const claimed = sameKind(claim, result, terms);
  if (!claimed) return undefined;
  const off = Math.abs(claimed.value - result.value);
  const right = off <= Math.abs(result.value) * 1e-6 || isRounded(claimed.value, result);
  return { ...sum, claimed: { ...claimed, right } };
}

type Result = Sum['result'];

/** So many people or households. */
export const isOfPeople = ({ kind, unit }: Pick<Quantity, 'kind' | 'unit'>): boolean =>
  kind === 'count' && /^(?:nguoi|thanh vien|xa vien|to vien|khau|ho|nha|gia dinh)$/.test(foldInPlace(unit));

/** "2 người 12 tháng", each once. */
const isPeopleAndTime = (terms: readonly Term[]): boolean =>
  terms.length === 2 && terms.some(isOfPeople) && terms.some((t) => isOfDays(t));
const isOfDays = ({ kind, unit }: Term): boolean =>
  kind === 'count' && /^(?:thang|ngay|buoi)$/.test(foldInPlace(unit));

/** So many months, years, quarters or crops. */
export const isOfTime = ({ kind, unit }: Pick<Quantity, 'kind' | 'unit'>): boolean =>
  kind === 'count' && /^(?:thang|nam|quy|vu)$/.test(foldInPlace(unit));

/** People are whole: "0,6 người" is one, or none of them; a large sum that is no whole number is rounded by whoever reckons it. */
function isRounded(claimed: number, result: Result): boolean {
  const { value } = result;
  if (Math.abs(value - Math.round(value)) < 1e-6) return false;
  if (isOfPeople(result)) return claimed >= 1 && Math.abs(claimed - value) < 1;
  return value > leastRounded && Math.abs(claimed - value) < lastPlace(claimed);
}
const leastRounded = 1000;

/** Half of what the last written figure is worth, of at least four: 500 of "1.194.000". */
function lastPlace(value: number): number {
  const zeros = /0*$/.exec(String(Math.round(value)))?.[0].length ?? 0;
  const figures = String(Math.round(value)).length;
  return figures - zeros >= 4 ? 10 ** zeros / 2 : 0;
}

function resultOf(operation: Operation, terms: readonly Term[]): Result | undefined {
  const [first, second] = terms;
  if (!first || !second) return undefined;
  switch (operation) {
    case 'percent':
      return percentOf(first, second);
    case 'times':
      return product(terms);
    case 'every':
      return first.kind === 'money' && !first.per && isPeopleAndTime(terms.slice(1))
        ? product(terms)
        : undefined;
    case 'each':
      return first.kind === 'money' &&
        !first.per &&
        (isOfPeople(second) || isOfTime(second)) &&
        second.value > 1
        ? quotient(first, second)
        : undefined;
    case 'chain':
      return chain(terms);
    case 'interest':
      return interest(terms);
    case 'priced':
      return terms.some((t) => t.per) ? product(terms) : undefined;
    case 'divided':
      return quotient(first, second);
    case 'share': {
      const part = first.kind === 'bare' && second.kind === 'money' ? first.value * second.by : first.value;
      const same = first.kind === second.kind || first.kind === 'bare';
      if (!same || first.kind === 'percent' || part > second.value || second.value === 0) return undefined;
      return { kind: 'percent', value: exact((part / second.value) * 100), unit: '%' };
    }
    default: {
      if (operation === 'minus' && terms.length === 2 && second.kind === 'percent')
        return without(first, second);
      if (terms.some((t) => t.kind !== first.kind || t.kind === 'percent' || t.per)) return undefined;
      if (terms.some((t) => t.kind === 'count' && t.unit !== first.unit)) return undefined;
      const sign = operation === 'plus' ? 1 : -1;
      const value = terms.slice(1).reduce((all, t) => all + sign * t.value, first.value);
      return { kind: first.kind, value: exact(value), unit: first.unit };
    }
  }
}

function percentOf(one: Term, other: Term): Result | undefined {
  const [percent, of] = one.kind === 'percent' ? [one, other] : [other, one];
  if (percent.kind !== 'percent' || of.per) return undefined;
  return { kind: of.kind, value: exact((of.value * percent.value) / 100), unit: of.unit };
}

/** "120 triệu trừ 5%". */
function without(whole: Term, percent: Term): Result | undefined {
  const part = percentOf(whole, percent);
  return part && percent.value <= 100 && whole.kind === 'money'
    ? { ...part, value: exact(whole.value - part.value) }
    : undefined;
}

function product(terms: readonly Term[]): Result | undefined {
  const value = exact(terms.reduce((all, t) => all * (t.kind === 'percent' ? t.value / 100 : t.value), 1));
  if (terms.every((t) => t.kind === 'percent'))
    return { kind: 'percent', value: exact(value * 100), unit: '%' };
  const measured = terms.filter((t) => !['bare', 'percent', 'count'].includes(t.kind));
  const money = measured.find((t) => t.kind === 'money');
  const priced = terms.find((t) => t.per);
  if (priced) {
    const other = terms.find((t) => t !== priced);
    const fits = terms.length === 2 && other && fitsPer(priced.per ?? '', other);
    return fits ? { kind: priced.kind, value: exact(priced.value * fits), unit: priced.unit } : undefined;
  }
  if (!money && measured.length > 0 && terms.every((t) => t.kind !== 'percent')) return undefined;
  const others = measured.filter((t) => t !== money);
  // "15 triệu nhân 2520 m²": a hectare's or a square metre's is not said.
  if (others.length > 1 || (money && others.some((t) => t.kind === 'money' || t.kind === 'm2')))
    return undefined;
  const of = money ?? measured[0];
  return of ? { kind: of.kind, value, unit: of.unit } : { kind: 'bare', value, unit: '' };
}

/** "6.210.000/26 x 5 ngày": one amount at most, all else how often. */
function chain(terms: readonly Term[]): Result | undefined {
  const [first] = terms;
  if (!first || terms.some((t) => t.per || !['money', 'bare', 'count'].includes(t.kind))) return undefined;
  if (terms.filter((t) => t.kind === 'money').length > (first.kind === 'money' ? 1 : 0)) return undefined;
  if (terms.some((t) => t.divides && t.value === 0)) return undefined;
  const value = terms.slice(1).reduce((all, t) => (t.divides ? all / t.value : all * t.value), first.value);
  return { kind: first.kind, value: exact(value), unit: first.unit };
}

/** "100 triệu, 6% mỗi năm, 8 tháng". */
function interest([whole, rate, time]: readonly Term[]): Result | undefined {
  if (whole?.kind !== 'money' || rate?.kind !== 'percent' || !time) return undefined;
  const months = (unit: string): number => (foldInPlace(unit) === 'nam' ? 12 : 1);
  const spans = (time.value * months(time.unit)) / months(rate.per ?? '');
  return { kind: 'money', value: exact((whole.value * rate.value * spans) / 100), unit: '' };
}

/** How many of what the price is of; undefined where it is another thing. */
function fitsPer(per: string, { kind, value, unit }: Term): number | undefined {
  if (/^(?:kg|ky|ki|kilo|can)$/.test(per)) return kind === 'kg' ? value : undefined;
  if (/^(?:ha|hec ta)$/.test(per))
    return kind === 'ha' ? value : kind === 'm2' ? exact(value / 10_000) : undefined;
  if (/^m/.test(per)) return kind === 'm2' ? value : undefined;
  return kind === 'count' && foldInPlace(unit) === per ? value : undefined;
}

function quotient(all: Term, by: Term): Result | undefined {
  if (by.value === 0 || all.kind === 'percent' || by.kind === 'percent' || all.per || by.per)
    return undefined;
  const value = exact(all.value / by.value);
  if (by.kind === 'bare' || (by.kind === 'count' && all.kind !== 'count'))
    return { kind: all.kind, value, unit: all.unit };
  return by.kind === all.kind && all.unit === by.unit ? { kind: 'bare', value, unit: '' } : undefined;
}

/** "20% của 600 triệu là 120", "20% của 600 là 120 triệu": a number without a unit is meant in the one said elsewhere. */
function sameKind(claim: Term, result: Result, terms: readonly Term[]): Result | undefined {
  if (claim.kind === result.kind) return { kind: claim.kind, value: claim.value, unit: result.unit };
  if (claim.kind === 'bare' && result.kind === 'money') {
    const by = terms.find((t) => t.kind === 'money')?.by ?? 1;
    const scales = [1, 1e3, 1e6, 1e9].map((s) => s * claim.value);
    const meant = scales.find((v) => Math.abs(v - result.value) <= result.value * 1e-6);
    return { kind: 'money', value: meant ?? claim.value * by, unit: '' };
  }
  if (claim.kind === 'bare') return { ...result, value: claim.value };
  // The bare number of which a share was taken counts what the claim counts.
  return claim.kind === 'money' && result.kind === 'bare'
    ? { kind: 'bare', value: exact(claim.value / claim.by), unit: '' }
    : undefined;
}
