// The place in an answer: one, one of several of that name, or none.
import { placeName, unitOn } from '../../../../knowledge/places.ts';
import type { Place } from '../../../../knowledge/schema/place.ts';
import { say } from '../../../../knowledge/wording.ts';
import { plainWords, syllables } from '../../../../language/fold.ts';
import { namesIn } from '../../../../language/places.ts';
import { placeNames } from '../../../understand/names.ts';
import type { World } from '../../../world.ts';
import { asksBack } from '../read/asks-back.ts';
import { isBareTrade, isStrangeTo } from '../read/kinds.ts';
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

/** Of no list: written down as it is, for the staff to place. */
export const placeAsTyped = (text: string, { knowledge }: World): Taken => ({
  kind: 'set',
  fields: { place: undefined, placeText: text.replace(ownWords, '') },
  note: say(knowledge.wording, 'place_outside'),
});
/** "Em ở …". */
export const ownWords = /^(?:(?:tôi|toi|em|mình|minh|nhà|nha|dạ|da|ở|o|tại|tai) )+(?=\S{2})/iu;

/** A few words that may name a place: no other kind of thing, and nothing that is asked, wanted or denied. */
export const mayBePlace = (text: string, world: World): boolean =>
  text.length >= 2 &&
  text.length <= 80 &&
  /\p{L}{2}/u.test(text) &&
  syllables(text).length <= longestPlace &&
  !asksBack(text) &&
  !namesForm.test(plainWords(text)) &&
  !isStrangeTo('place', text, world) &&
  !isBareTrade(text, world) &&
  !syllables(text).some((w) => besides.has(w));
const longestPlace = 9;
/** "Để tổ hợp tác trước". */
const namesForm = /\b(?:to hop tac|tht|hop tac xa|htx)\b/;
const besides = new Set('khong ko chua biet muon hoi can duoc dc thoi nhe lap dang lam gi sao'.split(' '));
