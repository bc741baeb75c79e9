// Which of several places of one name is meant: by the city named with it, or among those just offered.
import type { Place } from '../../../../knowledge/schema/place.ts';
import { foldInPlace, syllables } from '../../../../language/fold.ts';
import { namesIn } from '../../../../language/places.ts';
import type { Choice } from '../../../message.ts';
import { placeNames } from '../../../understand/names.ts';
import type { World } from '../../../world.ts';
import { saidBeforeWords } from '../read/said-before.ts';
import { tellsLine } from '../read/told-on.ts';

/** Two names that each stand for several places may have only one of those in common: a ward and its old city. */
export function inCommon(found: readonly Place[]): string | undefined {
  const [first, ...others] = found.filter((p) => p.trap);
  const common = first?.namesakes.filter((id) => others.every((p) => p.namesakes.includes(id))) ?? [];
  return others.length > 0 && common.length === 1 ? common[0] : undefined;
}

/** The place a choice stands for. */
export const placeOffered = ({ id }: Choice, { knowledge }: World): Place | undefined =>
  knowledge.places.get(id.replace(/^place:/, ''));

/** Typed where wards stand on buttons: the one whose own name it is, unless that names several of them (a city that is four wards now). */
export function namedButton(message: string, offered: readonly Choice[], world: World): Place | undefined {
  const { places } = world.knowledge;
  const wards = offered.flatMap((c) => placeOffered(c, world) ?? []);
  const text = message
    .split(/(?<=[.;,!])\s+/u)
    .map((sentence) => sentence.replace(/[.;,!]+$/u, '').replace(saidBeforeWords, ''))
    .filter((sentence, _, all) => all.length === 1 || !tellsLine(sentence, world))
    .join(' ')
    .replace(neighbourhood, ' ');
  const said = syllables(text).filter((w) => !around.has(w));
  const ward = only(wards.filter((p) => said.length > 0 && ownName(p) === said.join(' ')));
  const several = namesIn(text, placeNames(world.knowledge)).some(
    (f) => wards.filter((p) => places.get(f.id)?.namesakes.includes(p.id)).length > 1,
  );
  return several ? undefined : ward;
}
/** "Tổ 12", "thôn 4", which no ward is called. */
const neighbourhood =
  /(?<!\p{L})(?:tổ|to|thôn|thon|khu|xóm|xom|bản|ban)(?:\s+dân phố|\s+dan pho)?\s+\d{1,2}(?!\d)/giu;

/** Typed where places are offered: the one it names, or, of namesakes, the only one that is served here. */
export function amongOffered(message: string, offered: readonly Choice[], world: World): Place | undefined {
  const places = offered.flatMap((c) => placeOffered(c, world) ?? []);
  if (places.length < 2) return undefined;
  const text = message.slice(0, denied.exec(foldInPlace(message))?.index).replace(saidBeforeWords, '');
  const said = syllables(text).filter((w) => !around.has(w));
  if (said.length === 0) return undefined;
  const named = places.filter((p) => ownName(p) === said.join(' '));
  const holding = places.filter((p) => said.every((w) => syllables(p.name).includes(w)));
  const ids = namesIn(text, placeNames(world.knowledge)).flatMap(
    (f) => world.knowledge.places.get(f.id) ?? [],
  );
  const traps = ids.filter((p) => p.trap);
  const meant =
    traps.length === 0 ? [] : places.filter((p) => traps.every((trap) => trap.namesakes.includes(p.id)));
  return only(named) ?? only(holding) ?? only(meant) ?? only(served(meant));
}

/** "… chứ có phải nơi kia đâu", "không phải nơi kia": what it is not. */
const denied = /(?:[\s,]+chu)?\s+(?:(?:khong|ko|k|kg|dau co|lam gi co) phai\b.*|co phai\b.*\bdau\b.*)$/;

const only = (places: readonly Place[]): Place | undefined => (places.length === 1 ? places[0] : undefined);
const served = (places: readonly Place[]): Place[] => places.filter((p) => p.served !== false);

const around = new Set('phuong xa o em toi minh nha a nhe cu moi la thi cua co chu da'.split(' '));
/** Without what kind of unit it is, and what stands in brackets. */
const ownName = ({ name }: Place): string =>
  syllables(name.replace(/\(.*?\)/g, ''))
    .filter((w) => !around.has(w))
    .join(' ');
