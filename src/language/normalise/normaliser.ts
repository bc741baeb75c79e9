// Turns a message as typed into the plain syllables it stands for: Telex and VNI, shorthand, joined words, slips, local words.

import { decode } from './decode.ts';
import { lexiconOf } from './lexicon.ts';
import { joinedParts } from './phrases.ts';
import { readingsOf } from './readings.ts';
import { tokensOf } from './tokens.ts';

export type LanguageData = {
  abbreviations: readonly { short: string; long: string }[];
  fillers: readonly string[];
  synonyms: readonly { said: string; means: string }[];
  rings: readonly { said: readonly string[] }[];
};

export type Normaliser = {
  /** Folded syllables of a message, repaired; what a local word means stands behind them. */
  tokens: (text: string) => string[];
  /** The same for the corpus: folded and spelt out, but never corrected. */
  plain: (text: string) => string[];
};

/** Share of the rarer word's places that a pair must fill. */
const together = 0.01;

const longest = { letters: 4000, tokens: 400 };

export function normaliserOf(data: LanguageData, corpus: readonly string[]): Normaliser {
  const shorthand = new Map<string, (readonly string[])[]>();
  for (const { short, long } of data.abbreviations) {
    const key = tokensOf(short).join('');
    shorthand.set(key, [...(shorthand.get(key) ?? []), tokensOf(long)]);
  }
  const plain = (text: string): string[] => tokensOf(text).flatMap((t) => shorthand.get(t)?.[0] ?? [t]);
  const passing = new Set(data.fillers.flatMap(tokensOf));
  const fillers = joinedParts(data.fillers.map((f) => ({ said: f, means: '' })));
  const synonyms = joinedParts(data.synonyms);
  const said = [
    ...data.fillers,
    ...data.synonyms.flatMap((s) => [s.said, s.means]),
    ...data.rings.flatMap((r) => r.said),
  ].flatMap(tokensOf);
  const lexicon = lexiconOf(corpus.map(plain), [...said, ...[...shorthand.values()].flat(2)]);
  const readings = readingsOf(lexicon, shorthand, lexiconOf([...shorthand.keys()].map((k) => [k])).near);
  /** Said together often enough to be no chance: "hội nông dân" keeps its "hội". */
  const joined = (left: string, next: string): boolean =>
    lexicon.pair(left, next) > Math.max(1, together * Math.min(lexicon.count(left), lexicon.count(next)));
  return {
    plain,
    tokens: (text) => {
      const raw = tokensOf(text.slice(0, longest.letters)).slice(0, longest.tokens);
      const right = decode(raw, readings, lexicon, passing);
      const kept = fillers.without(right, joined);
      return synonyms.withMeanings(kept.length > 0 ? kept : right);
    },
  };
}
