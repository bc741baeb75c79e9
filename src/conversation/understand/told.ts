// Picks up what people tell in passing (ward, trade, how many, which form), so that the register flow need not ask again.

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { formIn } from '../../knowledge/search.ts';
import { fold } from '../../language/fold.ts';
import { namesIn } from '../../language/places.ts';
import type { Told } from '../state.ts';
import { placeNames, productNames } from './names.ts';

const own = /\b(?:em|toi|minh|nha|ban|tui|chung|bon|nhom|to|xom|thon|lang|que|o)\b/;
const count = /\b(\d{1,3})\s*(?:nha|ho|nguoi|ng|anh em|gia dinh|thanh vien)\b/;

/** Only first-person messages tell something: "HTX cần mấy người" tells nothing, "nhà em có 4 hộ trồng chè" does. */
export function tellsOf(message: string, knowledge: Knowledge, told: Told): Told {
  const folded = fold(message);
  if (!own.test(folded)) return told;
  const places = namesIn(message, placeNames(knowledge)).map((f) => knowledge.places.get(f.id));
  const place = places.length === 1 && !places[0]?.trap ? places[0] : undefined;
  const products = namesIn(message, productNames(knowledge));
  const members = count.exec(folded)?.[1];
  const form = /\b(?:lap|mo|thanh lap|vao|lam)\b/.test(folded) ? formIn(message, knowledge.words) : undefined;
  return {
    ...told,
    ...(place ? { place: place.id } : {}),
    ...(products.length === 1 && products[0] ? { product: products[0].id } : {}),
    ...(members && Number(members) > 0 ? { members: Number(members) } : {}),
    ...(form === 'tht' || form === 'htx' ? { form } : {}),
  };
}
