// Animals of several kinds, each with its weight: "9 con thịt 70 kg, 2 nái 160 kg, 3 con con theo mẹ".
import type { Loss } from '../../state.ts';
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
