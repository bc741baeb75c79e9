// How like a message and a line of an answer are: by words, pairs, meanings, runs of letters, and by the cards that each makes one think of.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { linesOf } from '../../../knowledge/said.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { fold } from '../../../language/fold.ts';
import { wordAgrees } from '../../../language/marks-agree.ts';
import { type WordTyped, wordsTyped } from '../../../language/words-typed.ts';
import { rarityAmong } from '../rarity.ts';

export type Read = {
  text: string;
  words: ReadonlySet<string>;
  /** Its words that the card's title does not have. */
  news: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
  means: ReadonlySet<string>;
  letters: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  /** The other cards that it makes one think of: how likely each is what it means, as a point at distance 1. */
  thought: ReadonlyMap<string, number>;
  /** It says that nothing checked is known. */
  unknown: boolean;
  typed: readonly WordTyped[];
};

export function read(knowledge: Knowledge, text: string, { id, title }: Card): Read {
  const { tokens, means } = knowledge.search.said(text);
  const inTitle = new Set(knowledge.search.said(title).tokens);
  const flat = fold(text);
  return {
    text,
    words: new Set(tokens),
    news: new Set(tokens.filter((t) => !inTitle.has(t))),
    pairs: new Set(tokens.slice(1).map((word, i) => `${tokens[i]} ${word}`)),
    means: new Set(means),
    letters: runsOf(` ${tokens.join(' ')} `),
    numbers: new Set(flat.match(/\d+/g) ?? []),
    thought: thoughtOf(knowledge, text, id),
    unknown: /\btoi chua\b|\bchua co quy dinh\b/.test(flat),
    typed: wordsTyped(text),
  };
}

const run = 4;
const runsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - run + 1) }, (_, i) => text.slice(i, i + run)));

/** Explicit semantic analysis (Gabrilovich and Markovitch, IJCAI 2007): texts that share no word are alike where they call for the same cards. */
function thoughtOf(knowledge: Knowledge, text: string, not: string): Map<string, number> {
  const shares = knowledge.search
    .rank(text, cardsThoughtOf)
    .filter((h) => h.id !== not)
    .map((h) => [h.id, h.parts.odds ** flattened] as const);
  const length = Math.hypot(...shares.map(([, share]) => share)) || 1;
  return new Map(shares.map(([id, share]) => [id, share / length]));
}
const cardsThoughtOf = 60;
/** The power that flattens odds, so that not the first card alone counts. */
const flattened = 0.25;

/** `words`, `news`, `pairs`, `means`, `letters`: which share of the message's the line has; `held`: of the line's words the message; `thought`: the cosine. */
export const measures = ['words', 'news', 'held', 'pairs', 'means', 'letters', 'thought'] as const;
export type Measure = (typeof measures)[number];

export function likenessesOf(knowledge: Knowledge, said: Read, line: Read): Record<Measure, number> {
  const { word, meaning } = rarityIn(knowledge);
  const inLine = (w: string): boolean => line.words.has(w) && isSameWord(w, said.typed, line.typed);
  return {
    words: shareOf(said.words, { has: inLine }, word),
    news: shareOf(said.news, { has: inLine }, word),
    held: shareOf(line.words, said.words, word),
    pairs: shareOf(said.pairs, line.pairs),
    means: shareOf(said.means, line.means, meaning),
    letters: shareOf(said.letters, line.letters),
    thought: cosine(said.thought, line.thought),
  };
}

/** "Mà" is no "mạ": a word of both is the same one unless their marks speak against it. */
export function isSameWord(bare: string, ours: readonly WordTyped[], theirs: readonly WordTyped[]): boolean {
  const [typed, spelt] = [ours, theirs].map((words) => words.filter((w) => w.bare === bare));
  if (!typed?.length || !spelt?.length) return true;
  return typed.some((t) => spelt.some((s) => wordAgrees(t.typed, s.typed)));
}

/** Which share of these the other has, by weight; 0 of none. */
export function shareOf(
  these: ReadonlySet<string>,
  other: { has: (item: string) => boolean },
  weigh: (item: string) => number = () => 1,
): number {
  let all = 0;
  let shared = 0;
  for (const item of these) {
    const weight = weigh(item);
    all += weight;
    if (other.has(item)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

const cosine = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let sum = 0;
  for (const [id, share] of a) sum += share * (b.get(id) ?? 0);
  return sum;
};

/** How rare a word and a meaning are in the lines of all cards. */
const rarityIn = onceFor((knowledge: Knowledge) => {
  const lines = [...knowledge.cards.values()].flatMap(linesOf).map((l) => knowledge.search.said(l));
  return { word: rarityAmong(lines.map((l) => l.tokens)), meaning: rarityAmong(lines.map((l) => l.means)) };
});
