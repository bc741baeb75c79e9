// The place in an answer: one, one of several of that name, or none.
import { placeName, unitOn } from '../../../knowledge/places.ts';
import type { Place } from '../../../knowledge/schema.ts';
import { say } from '../../../knowledge/wording.ts';
import { namesIn } from '../../../language/places.ts';
import { placeNames } from '../../understand/names.ts';
import type { World } from '../../world.ts';
import type { Taken } from './take-answer.ts';
import { inCommon } from './which-place.ts';

export function takePlace(chosen: string | undefined, text: string, world: World): Taken {
  const { places } = world.knowledge;
  const picked = chosen?.startsWith('place:') ? places.get(chosen.slice('place:'.length)) : undefined;
  if (picked) return placeSet(picked, world);
  if (text.length > 120) return { kind: 'again' };
  const found = namesIn(text, placeNames(world.knowledge)).flatMap((f) => places.get(f.id) ?? []);
  const common = places.get(inCommon(found) ?? '');
  if (common) return placeSet(common, world);
  const trapped = found.find((p) => p.trap);
  const exact = found.filter((p) => !p.trap);
  if (trapped && exact.every((p) => trapped.namesakes.includes(p.id) || p.id === trapped.now)) {
    const choices = trapped.namesakes
      .flatMap((id) => places.get(id) ?? [])
      .map((p) => ({ id: `place:${p.id}`, label: p.name }));
    return { kind: 'which', ask: trapped.trap ?? '', choices };
  }
  const narrow = exact.filter((p) => p.kind !== 'huyen' && p.kind !== 'thanh-pho');
  const best = narrow.length > 0 ? narrow : exact;
  const wards = new Set(best.map((p) => unitOn(world.knowledge, p, world.today).id));
  const one = best[0];
  if (one && wards.size === 1) return placeSet(one, world);
  if (best.length > 1) {
    const choices = best.slice(0, 6).map((p) => ({ id: `place:${p.id}`, label: p.name }));
    return { kind: 'which', ask: say(world.knowledge.wording, 'ask_place_which'), choices };
  }
  return { kind: 'again' };
}

function placeSet(place: Place, { knowledge, today }: World): Taken {
  const fields = { place: unitOn(knowledge, place, today).id, placeText: placeName(knowledge, place, today) };
  const note = place.served === false ? { note: say(knowledge.wording, 'place_outside') } : {};
  return { kind: 'set', fields, ...note };
}
