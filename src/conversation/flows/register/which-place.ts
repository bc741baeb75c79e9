// Which of several places of one name is meant: by the city named with it, or among those just offered.
import type { Place } from '../../../knowledge/schema.ts';
import { syllables } from '../../../language/fold.ts';
import { namesIn } from '../../../language/places.ts';
import type { Choice } from '../../message.ts';
import { placeNames } from '../../understand/names.ts';
import type { World } from '../../world.ts';

/** Two names that each stand for several places may have only one of those in common: a ward and its old city. */
export function inCommon(found: readonly Place[]): string | undefined {
  const [first, ...others] = found.filter((p) => p.trap);
  const common = first?.namesakes.filter((id) => others.every((p) => p.namesakes.includes(id))) ?? [];
  return others.length > 0 && common.length === 1 ? common[0] : undefined;
}

/** Typed where places are offered: the one it names, or, of namesakes, the only one that is served here. */
export function amongOffered(
  text: string,
  offered: readonly Choice[],
  { knowledge }: World,
): Place | undefined {
  const places = offered.flatMap((c) => knowledge.places.get(c.id.replace(/^place:/, '')) ?? []);
  if (places.length < 2) return undefined;
  const said = syllables(text).filter((w) => !around.has(w));
  if (said.length === 0) return undefined;
  const named = places.filter((p) => ownName(p) === said.join(' '));
  const holding = places.filter((p) => said.every((w) => syllables(p.name).includes(w)));
  const ids = namesIn(text, placeNames(knowledge)).flatMap((f) => knowledge.places.get(f.id) ?? []);
  const traps = ids.filter((p) => p.trap);
  const meant =
    traps.length === 0 ? [] : places.filter((p) => traps.every((trap) => trap.namesakes.includes(p.id)));
  return only(named) ?? only(holding) ?? only(meant) ?? only(served(meant));
}

const only = (places: readonly Place[]): Place | undefined => (places.length === 1 ? places[0] : undefined);
const served = (places: readonly Place[]): Place[] => places.filter((p) => p.served !== false);

const around = new Set('phuong xa o em toi minh nha a nhe cu moi la thi cua'.split(' '));
/** Without what kind of unit it is, and what stands in brackets. */
const ownName = ({ name }: Place): string =>
  syllables(name.replace(/\(.*?\)/g, ''))
    .filter((w) => !around.has(w))
    .join(' ');
