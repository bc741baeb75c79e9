// What a text tells, besides what a card is filed under: a detail asked for behind an answer often stands in that answer.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { linesOf } from '../../../knowledge/said.ts';
import type { Aspect } from '../../../knowledge/schema/aspect.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { fold } from '../../../language/fold.ts';
import { tokensOf } from '../../../language/normalise/tokens.ts';
import { namedIn } from '../named.ts';

export type Telling = { aspects: ReadonlySet<Aspect>; words: ReadonlySet<string> };

/** The aspects that a text tells, and its words, folded. */
export const readerOf = onceFor((knowledge: Knowledge) => {
  const signs = knowledge.words.aspect_words
    .filter(({ told }) => told.length > 0)
    .map(({ aspect, told }) => ({ aspect, tells: anyOf(told) }));
  return (text: string): Telling => {
    const flat = fold(text);
    const aspects = signs.filter(({ tells }) => tells.test(flat)).map(({ aspect }) => aspect);
    return { aspects: new Set(aspects), words: new Set(tokensOf(text)) };
  };
});

export const tellingOf = onceFor((knowledge: Knowledge) =>
  onceFor(({ title, answer, details }: Card) => readerOf(knowledge)([title, answer, ...details].join(' '))),
);

/** The same of each line of a card by itself. */
export const lineTellings = onceFor((knowledge: Knowledge) =>
  onceFor((card: Card): readonly Telling[] => linesOf(card).map(readerOf(knowledge))),
);

/** Whole words, in any of their wordings; "#" stands for any number. */
const anyOf = (told: readonly string[]): RegExp => {
  const wordings = told.map((t) => fold(t).replace('#', '\\d[\\d.,]*'));
  return new RegExp(`(?<![a-z])(?:${wordings.join('|')})(?![a-z])`);
};

/** Which share of a message's own words the text holds; 0 when it has none. */
export const shareTold = ({ words }: Telling, own: readonly string[]): number =>
  own.length === 0 ? 0 : own.reduce((held, w) => (words.has(w) ? held + 1 : held), 0) / own.length;

/** Whether a line of the card tells what the message asks for. */
export function someLineTells(knowledge: Knowledge, card: Card, message: string): boolean {
  const tells = tellsAsked(knowledge, message);
  return lineTellings(knowledge)(card).some(tells);
}

/** Whether a text tells what the message asks for: the aspect it names, or most of its own words. */
export function tellsAsked(knowledge: Knowledge, message: string): (telling: Telling) => boolean {
  const { aspects, own } = namedIn(knowledge, message);
  return (telling) => aspects.some((a) => telling.aspects.has(a)) || shareTold(telling, own) > 0.5;
}
