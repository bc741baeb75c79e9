// What speaks for each card in a follow-up: what the message means by itself and behind the subject of the last answer, and how the card stands to the talk.
import { documentNumber } from '../../../knowledge/document-number.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Card, Form } from '../../../knowledge/schema.ts';
import { tokensOf } from '../../../language/normalise/tokens.ts';
import type { Behind } from '../../state.ts';
import type { Ranked } from '../bands.ts';
import { type Named, namedIn, subjectOf } from '../named.ts';
import { shareTold, tellingOf } from './tells.ts';

/** Each sign's value is 0 where it is missing, likenesses are in log-odds above the least, all else is 1. */
export const signNames = [
  // How likely the message means this: as typed, with the form the talk is about, the better of both, and behind the last subject.
  'typed',
  'inForm',
  'likelier',
  'behind',
  // How likely the last answer's title means this.
  'subject',
  // Small talk or off the topic; none of all that is known.
  'cue',
  'none',
  // How likely it means this behind what was asked last, as far as it leans.
  'behindAsked',
  // The last answer itself; besides how much the message leans.
  'again',
  'leansAgain',
  // The last answer names this as related, or this names the last.
  'related',
  'relates',
  'topic',
  // The answer before the last; near to that one.
  'wasBefore',
  'nearBefore',
  // Near to the last answer, or resting on its texts, where the message points at it ("nó", "cái đó"); or neither.
  'pointedNear',
  'pointedText',
  'pointedFar',
  // Rests on a text that the last answer rests on; has one in its title that the last title has; is about one that the message names, or not.
  'sameText',
  'sameTitleText',
  'namedText',
  'otherText',
  // Of an aspect that the message names, or not; besides near to the last answer, or on the same text.
  'aspect',
  'otherAspect',
  'aspectNear',
  'aspectText',
  // Its title names an aspect that the message names.
  'aspectTitle',
  // Of the last answer's aspect, where the message names another form or text, or names nothing.
  'swap',
  'stay',
  'onlyForm',
  'otherForm',
  // Another case of what the last answer is about (another crop), which the message names, or does not.
  'namedCase',
  'unnamedCase',
  // A card that only says that nothing checked is known.
  'unknown',
  // Its text tells the aspect that the message names, or not; and what share of the message's own words it holds; the same of the last answer.
  'tells',
  'silent',
  'holds',
  'tellsAgain',
  'silentAgain',
  'holdsAgain',
] as const;
export type Signs = Partial<Record<(typeof signNames)[number], number>>;
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
  const likenessOf = (id: string): Signs => {
    const typed = likeness(readings.typed.get(id));
    const inForm = likeness(readings.inForm.get(id));
    const behind = likeness(readings.behind.get(id));
    const behindAsked = said.leans * likeness(readings.behindAsked.get(id));
    return { typed, inForm, likelier: Math.max(typed, inForm), behind, behindAsked };
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
  card.topic === last.topic ||
  last.related.includes(card.id) ||
  card.related.includes(last.id) ||
  named.aspects.includes(card.aspect);

/** How a card stands to the last answer and to what the message names. */
function standingOf(
  knowledge: Knowledge,
  named: Named,
  { last, before: earlier, form }: { last: Card; before: Card | undefined; form: Form | undefined },
): (card: Card) => Signs {
  const texts = textsOf(knowledge);
  const before = texts(last);
  const namesText = named.documents.length > 0;
  const namesAspect = named.aspects.length > 0;
  const swaps = !namesAspect && (named.form !== undefined || namesText);
  const tells = tellingOf(knowledge);
  const ownWords = tokensOf(named.bare);
  return (card) => {
    const own = texts(card);
    const found: Signs = {};
    const put = (sign: keyof Signs, is: boolean): boolean => {
      if (is) found[sign] = 1;
      return is;
    };
    if (put('again', card.id === last.id)) found.leansAgain = named.leans;
    else {
      put('wasBefore', card.id === earlier?.id);
      put('nearBefore', earlier !== undefined && areRelated(card, earlier));
    }
    const near = [
      put('related', last.related.includes(card.id)),
      put('relates', card.related.includes(last.id)),
      put('topic', card.topic === last.topic),
    ].includes(true);
    if (named.points) {
      const text = put('pointedText', shares(own.titled, before.titled) || shares(own.cited, before.cited));
      if (!put('pointedNear', near)) put('pointedFar', !text);
    }
    const aspect = put('aspect', named.aspects.includes(card.aspect));
    put('otherAspect', namesAspect && !aspect);
    put('aspectNear', aspect && near);
    put(
      'aspectTitle',
      own.aspects.some((a) => named.aspects.includes(a)),
    );
    if (namesText)
      put(shares([...own.cited, ...own.titled], named.documents) ? 'namedText' : 'otherText', true);
    else {
      const cited = put('sameText', shares(own.cited, before.cited));
      const titled = put('sameTitleText', shares(own.titled, before.titled));
      put('aspectText', aspect && (cited || titled));
    }
    if (!namesAspect && card.aspect === last.aspect) put(swaps ? 'swap' : 'stay', true);
    if (form && card.forms.length > 0) {
      const fits = card.forms.includes(form);
      put('otherForm', !fits);
      put('onlyForm', fits && card.forms.length === 1);
    }
    if (card.id !== last.id && card.topic === last.topic && card.aspect === last.aspect) {
      const isNamed = caseWords(card).some((w) => ownWords.includes(w) && !caseWords(last).includes(w));
      put(isNamed ? 'namedCase' : 'unnamedCase', true);
    }
    put('unknown', card.known === false);
    const told = tells(card);
    const again = card.id === last.id;
    if (namesAspect) {
      const tellsIt = named.aspects.some((a) => told.aspects.has(a));
      put(again ? (tellsIt ? 'tellsAgain' : 'silentAgain') : tellsIt ? 'tells' : 'silent', true);
    }
    found[again ? 'holdsAgain' : 'holds'] = shareTold(told, ownWords);
    return found;
  };
}

const areRelated = (a: Card, b: Card): boolean => a.related.includes(b.id) || b.related.includes(a.id);

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

/** The words of a card's title: what tells it from the other cases of its topic. */
const caseWords = onceFor((card: Card): readonly string[] => tokensOf(card.title));

/** The register's documents that a card cites, those its title names, and the aspects its title names. */
const textsOf = onceFor((knowledge: Knowledge) =>
  onceFor((card: Card) => {
    const { documents, aspects } = namedIn(knowledge, card.title);
    const cited = card.cites.flatMap((c) => knowledge.provisions.get(c)?.document ?? []);
    return { cited: [...new Set(cited)], titled: documents, aspects };
  }),
);
