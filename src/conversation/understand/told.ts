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

/** Words that only tell who one is, where, in which trade and how many: "nhà em ở … 4 hộ trồng chè". */
const plain = new Set(
  'em toi minh tui tau chau con me nha ho nguoi gia dinh anh chi bac co chu ong ba ngoai noi bon chung nhom xom thon que phuong xa o tai voi va cung la co dang dinh tinh muon lam nghe thoi roi day nay a nhe nha da vang ca moi deu chuyen vuon mot hai ba bon nam sau bay'.split(
    ' ',
  ),
);

/** Whether a message says something besides, or wishes for it: of "htx ép tôi bán chè", "mật ong muốn làm ocop" the trade is the least. */
export function tellsMore(message: string, knowledge: Knowledge): boolean {
  const words = fold(message).match(/[a-z\d]+/g) ?? [];
  const names = [...namesIn(message, placeNames(knowledge)), ...namesIn(message, productNames(knowledge))];
  const named = (i: number): boolean => names.some((n) => n.at <= i && i < n.at + n.length);
  const more = words.filter((w, i) => !named(i) && !plain.has(w) && !deeds.has(w) && !/^\d/.test(w));
  return more.length > 1 || (more.length === 1 && words.some((w) => w === 'muon' || w === 'xin'));
}
