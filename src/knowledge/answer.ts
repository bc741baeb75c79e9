// One card, one day → what may be said: the card of the law in force then, its words, its standing and its citations.
import { remembered } from '../language/remembered.ts';
import { fillAmounts } from './amounts.ts';
import { type Citation, citationsOf } from './citations.ts';
import { unitsOf } from './figures.ts';
import type { Knowledge } from './knowledge.ts';
import { type OffLine, offLine, summarised } from './lines.ts';
import { onceFor } from './once.ts';
import type { Card } from './schema/card.ts';
import { isOff, type Standing, together, type Validity } from './validity.ts';

export type Answer = {
  card: Card;
  day: string;
  validity: Validity;
  /** Main clauses, in the card's order. */
  citations: Citation[];
  answer: string;
  details: string[];
  next: string | undefined;
  /** The clause that tells why the whole answer is ended or not yet. */
  because: Standing | undefined;
  /** Clauses that are ended or not yet while the answer as a whole is in force. */
  partly: Citation[];
  /** Sentences of such an answer that stand on those clauses, with the clause. */
  lines: ReadonlyMap<string, Citation>;
  /** Whether what it says was read in a summary only. */
  summarised: ReturnType<typeof summarised>;
  /** The card that was asked for when another one, of the law of that day, answers. */
  insteadOf: Card | undefined;
};

/** Answers with the card that held on `day`: an earlier law's card before the change, the newer one after it. Made once a card and day. */
export function answerWith(knowledge: Knowledge, cardId: string, day: string): Answer | undefined {
  return answers(knowledge)(`${cardId} ${day}`);
}

/** Every card today, and some days more. */
const kept = { letters: 100, texts: 1000 };

const answers = onceFor((knowledge: Knowledge) =>
  remembered((key) => {
    const [cardId = '', day = ''] = key.split(' ');
    return make(knowledge, cardId, day);
  }, kept),
);

function make(knowledge: Knowledge, cardId: string, day: string): Answer | undefined {
  const asked = knowledge.cards.get(cardId);
  if (!asked) return undefined;
  const card = cardOn(knowledge, asked, day);
  const answer = fillAmounts(card.answer, knowledge, day);
  const details = card.details.map((d) => fillAmounts(d, knowledge, day));
  const next = card.next && fillAmounts(card.next, knowledge, day);
  const ids = [...card.cites, ...answer.cites, ...details.flatMap((d) => d.cites)];
  const citations = citationsOf(knowledge, [...new Set(ids)], day);
  const off = citations.filter((c) => isOff(c.standing));
  const units = unitsOf(knowledge.words.units);
  const main = off.length > 0 ? offLine(answer.text, citations, units) : undefined;
  const validity = validityOf(citations, main);
  const whole = validity === 'ended' || validity === 'not_yet';
  const said = [answer, ...details, ...(next ? [next] : [])].map((s) => s.text);
  return {
    card,
    day,
    validity,
    citations,
    answer: answer.text,
    details: details.map((d) => d.text),
    next: next ? next.text : undefined,
    because: whole
      ? (main?.wholly ? main.by : off.find((c) => c.standing.validity === validity))?.standing
      : undefined,
    partly: whole ? [] : off,
    lines: new Map(
      whole || off.length === 0
        ? []
        : said.flatMap((text) => {
            const line = offLine(text, citations, units);
            return line ? [[text, line.by] as const] : [];
          }),
    ),
    summarised: summarised(said, citations, units),
    insteadOf: card === asked ? undefined : asked,
  };
}

/** What the one sentence says decides: a clause in force that only a detail rests on does not keep an ended rule alive. */
function validityOf(citations: readonly Citation[], main: OffLine | undefined): Validity {
  return main?.wholly ? main.by.standing.validity : together(citations.map((c) => c.standing));
}

function cardOn(knowledge: Knowledge, asked: Card, day: string): Card {
  const standing = (card: Card) => together(citationsOf(knowledge, card.cites, day).map((c) => c.standing));
  let card = asked;
  for (let steps = 0; steps < 5; steps++) {
    const now = standing(card);
    const earlier = now === 'not_yet' && card.earlier ? knowledge.cards.get(card.earlier) : undefined;
    const later = now === 'ended' ? newer(knowledge, card) : undefined;
    const next = earlier ?? (later && standing(later) === 'in_force' ? later : undefined);
    if (!next) return card;
    card = next;
  }
  return card;
}

function newer(knowledge: Knowledge, card: Card): Card | undefined {
  for (const other of knowledge.cards.values()) {
    if (other.earlier === card.id && other.status === 'published') return other;
  }
  return undefined;
}
