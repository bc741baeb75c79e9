// What a text tells, besides what a card is filed under: a detail asked for behind an answer often stands in that answer.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Aspect, Card } from '../../../knowledge/schema.ts';
import { fold } from '../../../language/fold.ts';
import { wordAgrees } from '../../../language/marks-agree.ts';
import { tokensOf } from '../../../language/normalise/tokens.ts';
import { type WordTyped, wordsTyped } from '../../../language/words-typed.ts';
import { namedIn } from '../named.ts';

export type Telling = { aspects: ReadonlySet<Aspect>; words: ReadonlySet<string> };

/** The aspects that a text tells, and its words, folded. */
const readerOf = onceFor((knowledge: Knowledge) => {
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

/** Whole words, in any of their wordings; "#" stands for any number. */
const anyOf = (told: readonly string[]): RegExp => {
  const wordings = told.map((t) => fold(t).replace('#', '\\d[\\d.,]*'));
  return new RegExp(`(?<![a-z])(?:${wordings.join('|')})(?![a-z])`);
};

/** Which share of a message's own words the text holds; 0 when it has none. */
export const shareTold = ({ words }: Telling, own: readonly string[]): number =>
  own.length === 0 ? 0 : own.filter((w) => words.has(w)).length / own.length;

/** Whether a line of an answer tells what the message asks for: the aspect it names, or most of its own words. */
export function tellsWhat(knowledge: Knowledge, message: string): (line: string) => boolean {
  const { aspects, own } = namedIn(knowledge, message);
  return (line) => {
    const telling = readerOf(knowledge)(line);
    return aspects.some((a) => telling.aspects.has(a)) || shareTold(telling, own) > 0.5;
  };
}

/** The line that holds most of what the message says, rare words weighing most; undefined where none holds a good part. */
export function nearestLine(
  knowledge: Knowledge,
  lines: readonly string[],
  message: string,
): string | undefined {
  const weigh = rarity(knowledge);
  const own = [...new Set(namedIn(knowledge, message).own)];
  const typed = wordsTyped(message);
  const held = lines.map((line) => {
    const words = new Set(tokensOf(line));
    const holds = (w: string): boolean => words.has(w) && isSameWord(w, typed, wordsTyped(line));
    return { line, share: sum(own.filter(holds).map(weigh)) };
  });
  const best = held.reduce((a, b) => (b.share > a.share ? b : a), { line: '', share: 0 });
  return best.share > goodPart * sum(own.map(weigh)) ? best.line : undefined;
}
const goodPart = 0.35;

/** "Mà" is no "mạ": a word of both is the same one unless their marks speak against it. */
function isSameWord(bare: string, ours: readonly WordTyped[], theirs: readonly WordTyped[]): boolean {
  const [typed, spelt] = [ours, theirs].map((words) => words.filter((w) => w.bare === bare));
  if (!typed?.length || !spelt?.length) return true;
  return typed.some((t) => spelt.some((s) => wordAgrees(t.typed, s.typed)));
}

type Lines = { answer: string; details: readonly string[]; next?: string | undefined };
/** The sentences of a card, or of an answer. */
export const linesOf = ({ answer, details, next }: Lines): string[] => [
  answer,
  ...details,
  ...(next ? [next] : []),
];
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** How rare a word is in the lines of all cards (inverse document frequency). */
const rarity = onceFor((knowledge: Knowledge) => {
  const lines = [...knowledge.cards.values()].flatMap(linesOf);
  const holding = new Map<string, number>();
  for (const line of lines)
    for (const word of new Set(tokensOf(line))) holding.set(word, (holding.get(word) ?? 0) + 1);
  return (word: string): number => Math.log((lines.length + 1) / ((holding.get(word) ?? 0) + 1));
});
