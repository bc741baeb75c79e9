// Everything a follow-up may mean, each with its signs: how likely the message means it by itself and behind the talk, and how it stands to the talk.
import { documentNumber } from '../../../knowledge/document-number.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import type { Form } from '../../../knowledge/schema/form.ts';
import type { Behind } from '../../state.ts';
import type { Ranked } from '../bands.ts';
import { type Named, subjectOf } from '../named.ts';
import { askedAs } from './asked-as.ts';
import { besideOf, textsOf } from './beside.ts';
import { at, noSigns, type Signs } from './signs.ts';
import { standingOf } from './standing.ts';

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
    const signs = noSigns();
    const typed = likeness(readings.typed.get(id));
    const inForm = likeness(readings.inForm.get(id));
    signs[at.typed] = typed;
    signs[at.inForm] = inForm;
    signs[at.likelier] = Math.max(typed, inForm);
    signs[at.behind] = likeness(readings.behind.get(id));
    signs[at.behindAsked] = said.leans * likeness(readings.behindAsked.get(id));
    const { holds, meets } = asked(id);
    signs[at.askHolds] = holds;
    signs[at.askMeets] = meets;
    return signs;
  };
  const before = knowledge.cards.get(topic.before ?? '');
  const earlier = (topic.earlier ?? []).flatMap((id) => knowledge.cards.get(id) ?? []);
  const standing = standingOf(knowledge, named, { last, before, earlier, form });
  const ids = new Set([...readings.typed.keys(), ...readings.inForm.keys(), ...readings.behind.keys()]);
  for (const card of [...besideOf(knowledge)(last).nearOr(named.aspects), ...earlier]) ids.add(card.id);
  const candidates = [...ids].map((id): Candidate => {
    const card = knowledge.cards.get(id);
    const signs = likenessOf(id);
    if (card) {
      signs[at.subject] = likeness(readings.subject.get(id));
      standing(card, signs);
    } else signs[at.cue] = 1;
    return { id, signs };
  });
  const none = noSigns();
  none[at.none] = 1;
  return [...candidates, { id: noneOfAll, signs: none }];
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
  if (score <= least) return 0;
  return (logOdds(Math.min(score, surest)) - fromLeast) / 3;
}
const least = 0.003;
const surest = 0.999;
const logOdds = (share: number): number => Math.log(share / (1 - share));
const fromLeast = logOdds(least);
