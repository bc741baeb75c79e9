// Animals of several kinds, each with its weight: "9 con thịt 70 kg, 2 nái 160 kg, 3 con con theo mẹ".
import { fold } from '../../../language/fold.ts';
import type { Loss } from '../../state/loss.ts';
import { type Around, countsOne, heads, kilosOf, saysEach } from './around.ts';

export type Part = NonNullable<Loss['parts']>[number];

/** In kilograms; no pig weighs more. */
export const oneAnimal = 250;

/** Undefined where fewer than two kinds are told, or a weight stands where it is not plain whose it is. */
export function partsIn(numbers: readonly Around[]): Part[] | undefined {
  const parts: Part[] = [];
  let open = false;
  for (const number of numbers) {
    const counted = animalsOf(number);
    const kg = counted === undefined ? (kilosOf(number) ?? bareKilos(number)) : undefined;
    const last = parts.at(-1);
    if (counted !== undefined) {
      parts.push({ heads: counted });
      open = true;
    } else if (kg !== undefined) {
      if (!last || !open) return undefined;
      last.kgEach = kg <= oneAnimal || saysEach(number) ? kg : kg / last.heads;
      open = false;
    }
  }
  const told = withoutTotal(parts);
  return told.length > 1 && told.some((p) => p.kgEach !== undefined) ? told : undefined;
}

/** "3 con con mỗi con 7 cân", "mỗi con 7 cân" behind kinds of which one was not weighed yet. */
export function filledIn(
  parts: readonly Part[],
  { heads, kgEach, kgUnclear }: Pick<Loss, 'heads' | 'kgEach' | 'kgUnclear'>,
): Part[] | undefined {
  const weight = kgEach ?? (heads === undefined ? undefined : kgUnclear);
  const unweighed = parts.filter((p) => p.kgEach === undefined);
  const [meant] = heads === undefined ? unweighed : unweighed.filter((p) => p.heads === heads);
  const sure = weight !== undefined && meant && (heads !== undefined || unweighed.length === 1);
  return sure ? parts.map((p) => (p === meant ? { ...p, kgEach: weight } : p)) : undefined;
}

/** "2 nái 160": right behind a kind, and nothing that it could count else. */
const bareKilos = ({ value, before, behind }: Around): number | undefined =>
  value >= 5 &&
  /\b(?:con|nai|noc|thit|choai|to|be|nho) ?$/.test(before) &&
  /^ ?(?:$|[,.;]|va\b|voi\b)/.test(behind)
    ? value
    : undefined;

/** "14 con: 9 con 70 kg, 5 con 30 kg": the first is what the others make together. */
function withoutTotal(parts: Part[]): Part[] {
  const [first, ...rest] = parts;
  const sum = rest.reduce((all, { heads }) => all + heads, 0);
  return first && first.kgEach === undefined && rest.length > 1 && first.heads === sum ? rest : parts;
}

/** "Con nái 140 kg nữa, tổng 7 con" behind six of 75 kg each: one more of its own weight. */
export function besideHerd(
  herd: Pick<Loss, 'heads' | 'kgEach'> | undefined,
  { heads, kgEach, kgUnclear }: Pick<Loss, 'heads' | 'kgEach' | 'kgUnclear'>,
  message: string,
): Part[] | undefined {
  const flat = fold(message);
  const weight = kgEach ?? kgUnclear;
  if (!herd?.heads || !herd.kgEach || weight === undefined || weight > oneAnimal || !more.test(flat))
    return undefined;
  const added = inAll.test(flat) && heads !== undefined ? heads - herd.heads : (heads ?? 1);
  if (added < 1) return undefined;
  return [
    { heads: herd.heads, kgEach: herd.kgEach },
    { heads: added, kgEach: weight },
  ];
}
const more = /\b(?:nua|them)\b/;
const inAll = /\b(?:tong|tong cong|tat ca|ca thay|het thay|thanh)\b/;

/** A kind is counted by its name too: "2 nái". */
const animalsOf = (number: Around): number | undefined =>
  Number.isInteger(number.value) &&
  number.value >= 1 &&
  (heads.test(number.behind) || kinds.test(number.behind)) &&
  !alive.test(number.behind) &&
  !countsOne(number)
    ? number.value
    : undefined;
const kinds = /^ ?(?:(?:lon|heo) )?(?:nai|noc|thit|choai|sua|giong|hau bi|lon|heo)\b/;
const alive = /^[^.,;]{0,20}\b(?:con song|van song|con khoe)\b/;
