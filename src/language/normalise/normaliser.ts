// Turns a message as typed into the plain syllables it stands for: Telex and VNI, shorthand, joined words, slips, local words.

import { splitJoined } from './joined.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { joinedParts } from './phrases.ts';
import { untelex } from './telex.ts';
import { isShaped, tokensOf } from './tokens.ts';

export type LanguageData = {
  abbreviations: readonly { short: string; long: string }[];
  fillers: readonly string[];
  synonyms: readonly { said: string; means: string }[];
};

export type Normaliser = {
  /** Folded syllables of a message, repaired; what a local word means stands behind them. */
  tokens: (text: string) => string[];
  /** The same for the corpus: folded and spelt out, but never corrected. */
  plain: (text: string) => string[];
};

export function normaliserOf(data: LanguageData, corpus: readonly string[]): Normaliser {
  const shorthand = new Map(data.abbreviations.map((a) => [tokensOf(a.short).join(''), tokensOf(a.long)]));
  const fillers = joinedParts(data.fillers.map((f) => ({ said: f, means: '' })));
  const synonyms = joinedParts(data.synonyms);
  const spell = (tokens: readonly string[]): string[] => tokens.flatMap((t) => shorthand.get(t) ?? [t]);
  const plain = (text: string): string[] => spell(tokensOf(text));
  const lexicon = lexiconOf(corpus.map(plain));
  const repair = (token: string): string[] => repairAlone(token, lexicon, shorthand);
  return {
    plain,
    tokens: (text) => {
      const raw = tokensOf(text.length > 4000 ? text.slice(0, 4000) : text).slice(0, 400);
      const spelt = raw.flatMap(repair);
      const right = spelt.map((word, i) => inContext(word, spelt[i - 1], spelt[i + 1], lexicon));
      const kept = fillers.without(right);
      return synonyms.withMeanings(kept.length > 0 ? kept : right);
    },
  };
}

/** One token on its own: known as it is, shorthand, Telex, joined. */
function repairAlone(token: string, lexicon: Lexicon, shorthand: ReadonlyMap<string, string[]>): string[] {
  const long = shorthand.get(token);
  if (long) return long;
  if (!/^[a-z]+$/.test(token) || lexicon.count(token) > 0) return [token];
  const once = token.replace(/([a-z])\1{2,}/g, '$1');
  const typed = untelex(once);
  if (typed && (lexicon.count(typed) > 0 || (!isShaped(once) && isShaped(typed)))) return [typed];
  if (lexicon.count(once) > 0) return [once];
  if (isShaped(once)) return [once];
  const letters = once.replace(/j/g, 'gi').replace(/^z/, 'd').replace(/f/g, 'ph').replace(/w/g, 'qu');
  if (lexicon.count(letters) > 0) return [letters];
  const parts = splitJoined(once, lexicon) ?? (typed ? splitJoined(typed, lexicon) : undefined);
  return parts ?? [once];
}

/** A word never seen becomes the known neighbour that the words beside it speak for. */
function inContext(
  word: string,
  left: string | undefined,
  right: string | undefined,
  lexicon: Lexicon,
): string {
  if (lexicon.count(word) > 0 || !/^[a-z]{2,}$/.test(word)) return word;
  const shaped = isShaped(word);
  let best = word;
  let most = shaped ? 2 : 0;
  for (const near of lexicon.near(word)) {
    const before = left === undefined ? 0 : lexicon.pair(left, near);
    const after = right === undefined ? 0 : lexicon.pair(near, right);
    const sides = (before > 0 ? 2 : 0) + (after > 0 ? 2 : 0);
    const value = sides + Math.log(1 + before + after) * 0.3 + Math.log(1 + lexicon.count(near)) * 0.1;
    if (
      value > most &&
      (!shaped || sides >= 4 || (sides >= 2 && (left === undefined || right === undefined)))
    ) {
      most = value;
      best = near;
    }
  }
  return best;
}
