// What people told in passing: shown back so that it can be corrected, and what it means for an answer.
import type { Answer } from '../../knowledge/answer.ts';
import { figuresIn, unitsOf } from '../../knowledge/figures.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { placeName, unitOn } from '../../knowledge/places.ts';
import type { Card } from '../../knowledge/schema/card.ts';
import type { Place } from '../../knowledge/schema/place.ts';
import { say, type WordingKey } from '../../knowledge/wording.ts';
import { type Members, sayMembers } from '../../leads/lead.ts';
import { line } from '../context.ts';
import type { Block } from '../message.ts';
import type { Told } from '../state.ts';
import { peopleTold } from '../understand/told/people.ts';
import { type WardNamed, wardsNamed } from '../understand/told/wards.ts';

const formKeys = { tht: 'form_tht', htx: 'form_htx', unsure: 'form_unsure' } as const satisfies Record<
  string,
  WordingKey
>;

/** "hợp tác xã, the ward, chè, 4 người", one entry a slot. */
export function toldParts(
  knowledge: Knowledge,
  told: Told,
  day: string,
): { slot: keyof Told; text: string }[] {
  const product = told.product ? knowledge.products.get(told.product)?.name : told.productText;
  const place = told.place ? knowledge.places.get(told.place) : undefined;
  const people = sayMembers(told);
  return [
    ...(told.form ? [{ slot: 'form' as const, text: say(knowledge.wording, formKeys[told.form]) }] : []),
    ...(place ? [{ slot: 'place' as const, text: placeName(knowledge, place, day) }] : []),
    ...(product ? [{ slot: 'product' as const, text: product }] : []),
    ...(people ? [{ slot: 'members' as const, text: people }] : []),
  ];
}

export function toldLine(knowledge: Knowledge, told: Told, day: string, key: WordingKey): string | undefined {
  const parts = toldParts(knowledge, told, day);
  if (parts.length === 0) return undefined;
  return say(knowledge.wording, key, { list: parts.map((p) => p.text).join(', ') });
}

/** What an answer in force means for this person: enough people or how many are missing; the counter of their ward, or of each ward that `asked` names. */
export function forYou(knowledge: Knowledge, answer: Answer, told: Told, asked = ''): Block[] {
  if (answer.validity !== 'in_force') return [];
  const named = wardsNamed(knowledge, asked, answer.day);
  const own = named.length === 1 && named[0]?.place.id === told.place;
  const counters =
    named.length > 0 && !own ? countersOf(knowledge, answer, named) : counterNear(knowledge, answer, told);
  return [...enoughPeople(knowledge, answer.card, told, peopleTold(asked, told)), ...counters];
}

/** The same for as many as the message itself counts: nothing where it counts none. */
export function enoughAsked(knowledge: Knowledge, answer: Answer, told: Told, asked: string): Block[] {
  const counted = answer.validity === 'in_force' ? peopleTold(asked, told) : undefined;
  return counted ? enoughPeople(knowledge, answer.card, told, counted) : [];
}

/** For as many as the message counts ("3 nhà lập tổ được không"), their own or not, else for as many as were told. */
function enoughPeople(knowledge: Knowledge, card: Card, told: Told, counted: Members = {}): Block[] {
  const asked = counted.members !== undefined && counted.members !== told.members;
  const these = asked ? counted : told;
  const { members, memberUnit = 'người' } = these;
  const least = leastPeople(knowledge, card);
  const people = sayMembers(these);
  if (!members || !least || !people) return [];
  const w = knowledge.wording;
  if (members >= least) return [line(say(w, asked ? 'asked_enough' : 'told_enough', { people }))];
  const missing = `${least - members} ${memberUnit}`;
  const short = line(say(w, asked ? 'asked_short' : 'told_short', { people, missing }));
  const other = card.related
    .flatMap((id) => knowledge.cards.get(id) ?? [])
    .find((c) => (leastPeople(knowledge, c) ?? members + 1) <= members);
  const form = other?.forms[0];
  if (!form || form === 'lien-hiep') return [short];
  return [short, line(say(w, 'told_other', { people, form: say(w, formKeys[form]) }))];
}

/** The least number of people a card on members of one form states, as read from its own cited sentence. */
export function leastPeople(knowledge: Knowledge, card: Card): number | undefined {
  if (card.aspect !== 'members' || card.forms.length !== 1) return undefined;
  const people = knowledge.words.units.find((u) => u.includes('người'))?.[0];
  return figuresIn(card.answer, unitsOf(knowledge.words.units)).find(
    (f) => f.limit === 'min' && f.unit === people,
  )?.value;
}

function counterNear(knowledge: Knowledge, answer: Answer, told: Told): Block[] {
  const place = told.place ? knowledge.places.get(told.place) : undefined;
  const office = place && officeOf(knowledge, answer, unitOn(knowledge, place, answer.day));
  return office ? [line(say(knowledge.wording, 'told_office', { place: place.name, office }))] : [];
}

const countersOf = (knowledge: Knowledge, answer: Answer, named: readonly WardNamed[]): Block[] =>
  named.flatMap(({ place, ward }) => {
    const office = officeOf(knowledge, answer, ward);
    const text = office && say(knowledge.wording, 'office_of', { place: place.name, office });
    return text ? [line(text.charAt(0).toUpperCase() + text.slice(1))] : [];
  });

/** The office of a ward, when it does what the answer is about: both rest on the same clause. */
function officeOf(knowledge: Knowledge, { card }: Answer, ward: Place): string | undefined {
  const office =
    card.aspect === 'where'
      ? [...knowledge.offices.values()].find(
          (o) => o.place === ward.id && o.cites.some((c) => card.cites.includes(c)),
        )
      : undefined;
  return office && [office.name, office.address, office.phone, office.hours].filter(Boolean).join(', ');
}
