// "…, 4 đứa, làm homestay. Mà …": how many and what trade, told on behind an answer before anything else is said.
import { countAnswered } from '../../../understand/told/count.ts';
import type { World } from '../../../world.ts';
import { asksBack } from './asks-back.ts';
import { isBareTrade, kindOf } from './kinds.ts';

/** The clauses at the start of `text` that tell such lines, and what is left. */
export function toldOn(text: string, world: World): { told: string[]; rest: string } {
  const [, first = '', gap = '', rest = ''] = /^([^,;.!\n]+)([,;.!\n]+\s*)(.+)$/su.exec(text) ?? [];
  if (first === '' || gap === '' || !tellsLine(first.trim(), world)) return { told: [], rest: text };
  const more = toldOn(rest, world);
  return { told: [first.trim(), ...more.told], rest: more.rest };
}

/** How many they are, in people or households, or the trade by its name. */
export function tellsLine(clause: string, world: World): boolean {
  if (asksBack(clause)) return false;
  const count = countAnswered(clause);
  return (
    (count?.unit === true && count.sure && !count.besides) ||
    isBareTrade(clause, world) ||
    kindOf(clause, world) === 'trade'
  );
}
