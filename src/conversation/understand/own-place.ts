// "Giờ thuộc phường nào", asked by someone who told where they live: the place told is the one meant.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { fold } from '../../language/fold.ts';
import { namesIn } from '../../language/places.ts';
import type { Told } from '../state.ts';
import { placeNames } from './names.ts';

const asksWard = /\b(?:phuong|xa) (?:nao|gi|j)\b/;
const elsewhere = /\b(?:lap|nop|dang ky|o dau)\b/;

/** What a place newly told asks behind an answer about places; undefined where none is. */
export function wardOfToldPlace(knowledge: Knowledge, before: Told, told: Told): string | undefined {
  const place = told.place === before.place ? undefined : knowledge.places.get(told.place ?? '');
  return place && `${place.name} nay thuộc phường nào`;
}

/** The question with the place told, where it asks after a ward and names none. */
export function withOwnPlace(knowledge: Knowledge, text: string, told: Told): string {
  const place = told.place ? knowledge.places.get(told.place) : undefined;
  const folded = fold(text);
  if (!place || !asksWard.test(folded) || elsewhere.test(folded)) return text;
  return namesIn(text, placeNames(knowledge)).length > 0 ? text : `${place.name} ${text}`;
}
