// Picks up what people tell in passing (ward, trade, how many, which form), so that the register flow need not ask again.

import { formIn } from '../../knowledge/forms.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { clean, fold } from '../../language/fold.ts';
import { numbersIn } from '../../language/numbers.ts';
import { namesIn } from '../../language/places.ts';
import type { Told } from '../state.ts';
import { placeNames, productNames } from './names.ts';

const own =
  /\b(?:em|toi|minh|tui|tau|nha (?:em|toi|minh|tui|ta|con|chau)|chung (?:em|toi|minh|tui)|bon (?:em|toi|minh)|nhom (?:em|toi|minh)|xom (?:em|toi|minh)|que (?:em|toi|minh)|gia dinh (?:em|toi|minh)|vo chong)\b/;
const counted =
  /^\s*(nha|ho|nguoi|ng|anh em|gia dinh|thanh vien|chi em|ba con|vo chong|me con|bo con|cha con|cap)\b/;
const household = /^(?:nha|ho|gia dinh)$/;
/** They count people of one family, and others may join: "hai vợ chồng". */
const pair = /^(?:vo chong|me con|bo con|cha con|cap)$/;
/** What the law, an official or another group has: "người ta bảo phải 7 nhà". */
const ofOthers =
  /\b(?:bao|noi|bat|doi|phai|can|toi thieu|it nhat|quy dinh|luat|nguoi ta|ho co|ben (?:kia|ay|do)|htx (?:kia|khac)|con thieu|thieu)(?: (?:la|can|co|du|gom|phai|gom du|moi|nhung|tan)){0,2} *$/;
const wish =
  /\b(?:muon|dinh|tinh|xin|dang ky|ban nhau|ban tinh)\b[^.?!]{0,24}\b(?:lap|mo|thanh lap|vao|lam|tham gia|dang ky)\b/;
const deeds = new Set('trong nuoi lam ban san xuat che bien hai thu mua nghe nghi'.split(' '));

/** Only what people say of themselves: "HTX cần mấy người" tells nothing, "nhà em có 4 hộ trồng chè" does. */
export function tellsOf(message: string, knowledge: Knowledge, told: Told): Told {
  const folded = fold(message);
  const wishes = wish.test(folded);
  if (!own.test(folded) && !wishes) return told;
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

/** "4 hộ", "bốn nhà": how many join, when one count is plainly the person's own; two counts, or one that others named, tell nothing. */
export function peopleTold(message: string): Pick<Told, 'members' | 'memberUnit'> | undefined {
  const text = clean(message);
  const counts = numbersIn(text).flatMap(({ value, start, end }) => {
    const unit = counted.exec(fold(text.slice(end)))?.[1];
    const theirs = ofOthers.test(fold(text.slice(0, start)));
    return unit && !theirs && Number.isInteger(value) && value > 0 && value < 1000 ? [{ value, unit }] : [];
  });
  const [only] = counts;
  if (!only || counts.length > 1 || pair.test(only.unit)) return undefined;
  return { members: only.value, memberUnit: household.test(only.unit) ? 'hộ' : 'người' };
}

/** A trade of one syllable ("chè") counts only behind what one does with it ("trồng chè"). */
export function productTold(message: string, knowledge: Knowledge): string | undefined {
  const words = fold(message).match(/[a-z\d]+/g) ?? [];
  const found = namesIn(message, productNames(knowledge)).filter(
    (f) => f.length > 1 || deeds.has(words[f.at - 1] ?? ''),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}
