// One's own place in a question: meant where a ward is asked after ("giờ thuộc phường nào"), set aside where something else is ("ở xã … bị bão mất cá").
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { isAsking } from '../../../language/asking.ts';
import { clean, fold } from '../../../language/fold.ts';
import { namesIn } from '../../../language/places.ts';
import type { Told } from '../../state.ts';
import { type Band, bandOf, type Ranked } from '../bands.ts';
import { leansOnTalk, namedIn } from '../named.ts';
import { placeNames } from '../names.ts';
import { namesInPassing } from './place.ts';

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

/** Hits without the place named in passing: undefined where the place is what is asked about, or nothing else is found. */
export function aboutMoreThanPlace(
  knowledge: Knowledge,
  text: string,
  hits: readonly Ranked[],
  rank: (text: string) => Ranked[],
  last: Card | undefined,
): Ranked[] | undefined {
  const ofPlace = hits.slice(0, near).some((h) => isOfPlace(knowledge, h.id));
  if (!ofPlace || asksWard.test(fold(text)) || !namesInPassing(text, knowledge)) return undefined;
  const besides = hits.filter((h) => !isOfPlace(knowledge, h.id));
  const rest = withoutPlace(knowledge, text);
  const named = namedIn(knowledge, rest);
  const asks = named.aspects.length > 0 || elsewhere.test(fold(rest));
  if (besides[0] === hits[0]) return asks && rest !== text ? besides : undefined;
  const leans = last !== undefined && last.aspect !== 'place' && leansOnTalk(named);
  if (rest === text || (!leans && !asks && named.own.length < enoughBesides)) return undefined;
  const others = rank(rest).filter((h) => !isOfPlace(knowledge, h.id));
  if (leans && others[0]?.id === last.id) return others;
  if (!answers(bandOf(knowledge, hits))) return leans || isAsking(text) ? besides : others;
  const long = named.own.length >= tale;
  return answers(bandOf(knowledge, others)) || long || !(leans || isAsking(text)) ? others : undefined;
}
/** So many of the first hits are looked at. */
const near = 3;
const enoughBesides = 3;
/** Who tells so much besides asks of that, whatever it is. */
const tale = 8;

const isOfPlace = (knowledge: Knowledge, id = ''): boolean => knowledge.cards.get(id)?.aspect === 'place';
const answers = ({ kind }: Band): boolean => kind === 'card' || kind === 'likely' || kind === 'cue';

/** Its name, and what leads to it ("bên phường …"). */
function withoutPlace(knowledge: Knowledge, text: string): string {
  const words = clean(text).split(/(?<=\s)/);
  const letters = (w: string): boolean => /[\p{L}\d]/u.test(w);
  const places = words.flatMap((w, i) => (letters(w) ? [i] : []));
  const gone = new Set<number>();
  for (const { at, length } of namesIn(text, placeNames(knowledge))) {
    let from = at;
    while (from > 0 && leads.has(fold(words[places[from - 1] ?? -1] ?? ''))) from--;
    for (let i = from; i < at + length; i++) gone.add(places[i] ?? -1);
  }
  return words
    .filter((_, i) => !gone.has(i))
    .join('')
    .trim();
}
const leads = new Set('o ben tai duoi tren phuong xa thon ban huyen'.split(' '));
