// Which ward or commune a place belongs to on a day, through one merger after another, and which wards are served then.
import type { Knowledge } from './knowledge.ts';
import type { Place } from './schema/place.ts';

type Places = Pick<Knowledge, 'places'>;
const mostMergers = 10;

/** The unit that `place` is part of on `day` (YYYY-MM-DD); itself before its merger, or when it never merged. */
export function unitOn({ places }: Places, place: Place, day: string): Place {
  let unit = place;
  for (let i = 0; i < mostMergers; i++) {
    const next = unit.now && (unit.since ?? '') <= day ? places.get(unit.now) : undefined;
    if (!next) return unit;
    unit = next;
  }
  return unit;
}

/** "old → new", or the new name alone where the old unit bore it too. */
export function placeName(k: Places, place: Place, day: string): string {
  const unit = unitOn(k, place, day);
  const same = place.aliases.some((alias) => unit.name.endsWith(` ${alias}`));
  return unit === place || same ? unit.name : `${place.name} → ${unit.name}`;
}

/** Wards and communes that stand on their own on `day` and are served here. */
export const wardsOn = (k: Places, day: string): Place[] =>
  [...k.places.values()].filter(
    (p) => (p.kind === 'phuong' || p.kind === 'xa') && p.served !== false && unitOn(k, p, day) === p,
  );
