// The wards a message names: each by what it is part of now; a name of several places is the ward served that bears it.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { unitOn } from '../../../knowledge/places.ts';
import type { Place } from '../../../knowledge/schema/place.ts';
import { clean, fold } from '../../../language/fold.ts';
import { namesIn } from '../../../language/places.ts';
import { placeNames } from '../names.ts';

/** `place` as it was named, `ward` what it is now; none where but one is named and its name is that of several. */
export type WardNamed = { place: Place; ward: Place; unclear?: boolean };

export function wardsNamed(knowledge: Knowledge, message: string, day: string): WardNamed[] {
  const words = fold(clean(message)).match(/[a-z\d]+/g) ?? [];
  const named = namesIn(message, placeNames(knowledge)).flatMap(({ id, at, length }): WardNamed[] => {
    const place = knowledge.places.get(id);
    if (!place) return [];
    if (!place.trap) return place.served === false ? [] : [{ place, ward: unitOn(knowledge, place, day) }];
    const typed = words.slice(at, at + length).join(' ');
    const bearing = place.namesakes
      .flatMap((n) => knowledge.places.get(n) ?? [])
      .find((p) => p.served !== false && fold(p.name).replace(/^(?:phuong|xa) /, '') === typed);
    return bearing ? [{ place: bearing, ward: bearing, unclear: true }] : [];
  });
  const each = named.filter(({ place }, i) => named.findIndex((n) => n.place === place) === i);
  return each.length > 1 ? each : each.filter(({ unclear }) => !unclear);
}
