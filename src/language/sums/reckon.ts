// What the amounts of a sum come to, and whether a claimed result is right; amounts that do not go together come to nothing.
import { foldInPlace } from '../fold.ts';
import { exact, type Quantity } from './quantities.ts';

export type Operation = 'percent' | 'times' | 'priced' | 'divided' | 'plus' | 'minus' | 'share';

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
export type Term = Quantity & { per?: string; perSaid?: string };

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
  const right = Math.abs(claimed.value - result.value) <= Math.abs(result.value) * 1e-6;
  return { ...sum, claimed: { ...claimed, right } };
}

type Result = Sum['result'];

function resultOf(operation: Operation, terms: readonly Term[]): Result | undefined {
  const [first, second] = terms;
  if (!first || !second) return undefined;
  switch (operation) {
    case 'percent':
      return percentOf(first, second);
    case 'times':
      return product(terms);
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
  if (percent.kind !== 'percent' || of.kind === 'percent' || of.per) return undefined;
  return { kind: of.kind, value: exact((of.value * percent.value) / 100), unit: of.unit };
}

function product(terms: readonly Term[]): Result | undefined {
  const value = exact(terms.reduce((all, t) => all * (t.kind === 'percent' ? t.value / 100 : t.value), 1));
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
