// Everything a follow-up may mean, each with its signs: how likely the message means it by itself and behind the talk, and how it stands to the talk.
import { documentNumber } from '../../../knowledge/document-number.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Card, Form } from '../../../knowledge/schema.ts';
import type { Behind } from '../../state.ts';
import type { Ranked } from '../bands.ts';
import { type Named, subjectOf } from '../named.ts';
import { askedAs } from './asked-as.ts';
import type { Signs } from './signs.ts';
import { areRelated, standingOf, textsOf } from './standing.ts';

export type Candidate = { id: string; signs: Signs };

export const noneOfAll = 'none';

export const sayForm: Record<Form, string> = {
  tht: 'tổ hợp tác',
  htx: 'hợp tác xã',
  'lien-hiep': 'liên hiệp hợp tác xã',
};

/** What a leaning message says, with the form the talk is about. */
export const spoken = (named: Named, form: Form | undefined): string =>
  form && !named.form ? `${named.bare} ${sayForm[form]}` : named.bare;

/** Everything the message may mean behind the card of the last answer. */
export function candidatesOf(
  knowledge: Knowledge,
  message: string,
  said: Named,
  last: Card,
  topic: Behind,
): Candidate[] {
  const named = said.thatText ? { ...said, documents: textsOf(knowledge)(last).titled } : said;
  const form = named.form ?? topic.form;
  const typed = scoresOf(knowledge, message);
  const readings = {
    typed,
    inForm: form && !named.form ? scoresOf(knowledge, spoken(said, form)) : typed,
    behind: scoresOf(knowledge, `${subjectSaid(knowledge, said, last)} ${said.bare}`),
    subject: titleScores(knowledge)(last),
    behindAsked:
      topic.asked && said.leans > 0
        ? scoresOf(knowledge, `${subjectOf(knowledge, topic.asked, said)} ${said.bare}`)
        : noScores,
  };
  const asked = askedAs(knowledge)(said);
  const likenessOf = (id: string): Signs => {
    const typed = likeness(readings.typed.get(id));
    const inForm = likeness(readings.inForm.get(id));
    const behind = likeness(readings.behind.get(id));
    const behindAsked = said.leans * likeness(readings.behindAsked.get(id));
    const { holds: askHolds, meets: askMeets } = asked(id);
    return { typed, inForm, likelier: Math.max(typed, inForm), behind, behindAsked, askHolds, askMeets };
  };
  const before = knowledge.cards.get(topic.before ?? '');
  const standing = standingOf(knowledge, named, { last, before, form });
  const ids = new Set([...readings.typed.keys(), ...readings.inForm.keys(), ...readings.behind.keys()]);
  for (const card of knowledge.cards.values()) if (isNear(card, last, named)) ids.add(card.id);
  const candidates = [...ids].map((id): Candidate => {
    const card = knowledge.cards.get(id);
    const signs = likenessOf(id);
    if (!card) return { id, signs: { ...signs, cue: 1 } };
    return { id, signs: { ...signs, subject: likeness(readings.subject.get(id)), ...standing(card) } };
  });
  return [...candidates, { id: noneOfAll, signs: { none: 1 } }];
}

/** What the message would name before its own words, had it been said alone. */
function subjectSaid(knowledge: Knowledge, said: Named, last: Card): string {
  const [text] = said.thatText ? textsOf(knowledge)(last).titled : [];
  const document = text === undefined ? undefined : knowledge.documents.get(text);
  return document ? `${said.thatText} ${documentNumber(document)}` : subjectOf(knowledge, last.title, said);
}

const scoresOf = (knowledge: Knowledge, text: string): ReadonlyMap<string, number> =>
  new Map(knowledge.search.rank(text, 40).map((h: Ranked) => [h.id, h.score]));

/** Of a card's title, which the talk cannot change. */
const titleScores = onceFor((knowledge: Knowledge) =>
  onceFor((card: Card) => scoresOf(knowledge, card.title)),
);

const noScores: ReadonlyMap<string, number> = new Map();

/** A score as a sign: 0 for the least likely, about 4 for the surest. */
function likeness(score = 0): number {
  const held = Math.min(Math.max(score, least), surest);
  return (logOdds(held) - logOdds(least)) / 3;
}
const least = 0.003;
const surest = 0.999;
const logOdds = (share: number): number => Math.log(share / (1 - share));

const isNear = (card: Card, last: Card, named: Named): boolean =>
  card.topic === last.topic || areRelated(card, last) || named.aspects.includes(card.aspect);
