// Picks up what people tell in passing (ward, trade, how many, which form), so that the register flow need not ask again.

import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { fold } from '../../language/fold.ts';
import { namesIn } from '../../language/places.ts';
import type { Told } from '../state.ts';
import { placeNames, productNames } from './names.ts';
import { peopleTold } from './people-told.ts';

const own =
  /\b(?:em|toi|minh|tui|tau|nha (?:em|toi|minh|tui|ta|con|chau)|chung (?:em|toi|minh|tui)|bon (?:em|toi|minh)|nhom (?:em|toi|minh)|xom (?:em|toi|minh)|que (?:em|toi|minh)|gia dinh (?:em|toi|minh)|vo chong)\b/;
const wish =
  /\b(?:muon|dinh|tinh|xin|dang ky|ban nhau|ban tinh)\b[^.?!]{0,24}\b(?:lap|mo|thanh lap|vao|lam|tham gia|dang ky)\b/;
const deeds = new Set('trong nuoi lam ban san xuat che bien hai thu mua nghe nghi'.split(' '));

/** Only what people say of themselves: "HTX cần mấy người" tells nothing, "nhà em có 4 hộ trồng chè" does. */
export function tellsOf(message: string, knowledge: Knowledge, told: Told): Told {
  const folded = fold(message);
  return own.test(folded) || wish.test(folded) ? ownTells(message, knowledge, told) : told;
}

/** The same of a message that is known to be about oneself: "5 nhà", where "4 nhà" is to be put right; `wishes`: and to wish for a group. */
export function ownTells(
  message: string,
  knowledge: Knowledge,
  told: Told,
  wishes = wish.test(fold(message)),
): Told {
  const places = namesIn(message, placeNames(knowledge)).map((f) => knowledge.places.get(f.id));
  const place = places.length === 1 && !places[0]?.trap ? places[0] : undefined;
  const product = productTold(message, knowledge);
  const people = peopleTold(message);
  const form = wishes ? formIn(message, knowledge.words) : undefined;
  return {
    ...told,
    ...(place ? { place: place.id } : {}),
    ...(product ? { product } : {}),
    ...people,
    ...(form === 'tht' || form === 'htx' ? { form } : {}),
  };
}

/** A trade of one syllable ("chè") counts only behind what one does with it ("trồng chè"). */
export function productTold(message: string, knowledge: Knowledge): string | undefined {
  const words = fold(message).match(/[a-z\d]+/g) ?? [];
  const found = namesIn(message, productNames(knowledge)).filter(
    (f) => f.length > 1 || deeds.has(words[f.at - 1] ?? ''),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}
