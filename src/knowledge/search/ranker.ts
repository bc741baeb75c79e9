// Ranks entries for a message: likeness finds the candidates, the trained part and the slots put them in order, the scores explain themselves.
import { type LanguageData, normaliserOf } from '../../language/normalise/normaliser.ts';
import { asWritten, putFirst } from './as-written.ts';
import { embeddingFrom } from './embedding.ts';
import { Features } from './features.ts';
import { learn } from './learn.ts';
import type { LearnedBefore } from './learned.ts';
import { type Liked, lexicalOf, type Parts } from './lexical.ts';
import { marksOf } from './marks.ts';
import { oddsFrom } from './odds.ts';
import { type Ring, ringReader, type Said } from './rings.ts';
import { type Slots, type SlotWords, slotReader } from './slots.ts';
import { spellingReader } from './spellings.ts';
import { trainedFrom } from './trained.ts';
import { weights as standard, type Weights } from './weights.ts';

export type Entry = { id: string; asks: readonly string[]; text?: string; labels?: Slots };
export type HitParts = { like: number; trained: number; embedded: number; slots: number; odds: number };
/** `score` in [0, 1]: how likely this is what the message means, absolute enough to be banded. */
export type Hit = { id: string; score: number; parts: HitParts };
export type Why = {
  tokens: readonly string[];
  /** The rings that its phrases stand in. */
  means: readonly string[];
  slots: Slots;
  parts: (HitParts & Parts) | undefined;
  words: { word: string; share: number }[];
  trained: { feature: string; adds: number }[];
};
export type Ranker = {
  rank: (message: string, limit?: number) => Hit[];
  /** The entry that has the message among its ways of asking, word for word. */
  written: (message: string) => string | undefined;
  /** A text's syllables, spelt out as those of the entries are, and the rings that its phrases stand in. */
  said: (text: string) => Said;
  explain: (message: string, id: string) => Why;
};
export type RankerLanguage = LanguageData & SlotWords & { rings: readonly Ring[] };

export function buildRanker(
  entries: readonly Entry[],
  language: RankerLanguage,
  w: Weights = standard,
  before?: LearnedBefore,
): Ranker {
  const normaliser = normaliserOf(
    language,
    entries.flatMap((e) => [...e.asks, e.text ?? '']),
  );
  const meant = ringReader(language.rings, normaliser.plain);
  const spellings = spellingReader(entries.flatMap((e) => [...e.asks, e.text ?? '']));
  const saidOf = (tokens: readonly string[], typed: string): Said => ({
    ...meant(tokens),
    spelt: spellings(typed),
  });
  const spelt = entries.map((e) => {
    const text = normaliser.plain(e.text ?? '');
    return {
      phrasings: e.asks
        .map((ask) => saidOf(normaliser.plain(ask), ask))
        .filter(({ tokens }) => tokens.length > 0),
      text: saidOf(text, e.text ?? ''),
      pieces: piecesOf(text, w.textPiece).map(meant),
    };
  });
  const features = new Features();
  const lexical = lexicalOf(spelt, features, w);
  const known = before?.find();
  const learned = known ?? learn(spelt, features, lexical, w);
  if (!known) before?.keep(learned);
  const trained = trainedFrom(learned.linear, features, entries.length);
  const embedding = embeddingFrom(learned.embedding, features);
  const marksIn = marksOf(entries);
  const slotsIn = slotReader(language, normaliser.plain);
  const written = asWritten(entries, normaliser.plain);

  const rank = (message: string, limit = 10): Hit[] => {
    const owner = written(message);
    const tokens = normaliser.tokens(message);
    const hits = rankSaid(saidOf(tokens, message), slotsIn(tokens), marksIn(message));
    return (owner === undefined ? hits : putFirst(hits, owner)).slice(0, limit);
  };

  const rankSaid = (said: Said, named: Slots, marks: (entry: number) => number): Hit[] => {
    if (said.tokens.length === 0) return [];
    const bags = features.of(said);
    const liked = lexical.rank(bags, w.candidates);
    const likest = liked.map((l) => l.entry);
    const adds = trained.adds(bags, likest);
    const near = embedding.adds(bags, likest);
    const slots = Object.entries(named).filter(([, values]) => values.length > 0);
    const hits = liked.map((l, i) =>
      hitOf(l, adds[i] as number, near[i] as number, slotsOf(l.entry, slots) + w.marks * marks(l.entry)),
    );
    return withOdds(hits, said.tokens.length).sort((a, b) => b.score - a.score);
  };

  const slotsOf = (entry: number, named: readonly Slot[]): number =>
    agreement(named, (entries[entry] as Entry).labels ?? {}, w);

  const hitOf = ({ entry, like }: Liked, trained: number, embedded: number, slots: number): Hit => ({
    id: (entries[entry] as Entry).id,
    score: 0,
    parts: { like, trained, embedded, slots, odds: 0 },
  });

  const withOdds = (hits: Hit[], words: number): Hit[] => {
    const odds = oddsFrom(
      hits.map(
        ({ parts }) =>
          w.sharpness * (parts.like + parts.slots) + w.trained * parts.trained + w.embedding * parts.embedded,
      ),
    );
    const known = knownFrom(Math.max(...hits.map((h) => h.parts.like + h.parts.slots)), words, w);
    return hits.map((h, i) => {
      const own = odds[i] ?? 0;
      return { ...h, score: known * Math.sqrt(own), parts: { ...h.parts, odds: own } };
    });
  };

  return {
    rank,
    written,
    said: (text) => meant(normaliser.plain(text)),
    explain: (message, id) => {
      const tokens = normaliser.tokens(message);
      const said = saidOf(tokens, message);
      const entry = entries.findIndex((e) => e.id === id);
      const hit = rank(message, w.candidates).find((h) => h.id === id);
      return {
        tokens,
        means: said.means,
        slots: slotsIn(tokens),
        parts: hit && { ...hit.parts, ...lexical.parts(features.of(said), entry) },
        words: entry < 0 ? [] : lexical.shares(said, entry).slice(0, 8),
        trained: entry < 0 ? [] : trained.why(said, entry).slice(0, 8),
      };
    },
  };
}

const piecesOf = (tokens: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.floor(tokens.length / size) }, (_, i) => tokens.slice(i * size, (i + 1) * size));

/** The greatest likeness, which falls with the root of a message's words down to a few, says whether it is about anything known; odds say which entry. */
const knownFrom = (like: number, words: number, w: Weights): number =>
  1 / (1 + Math.exp(-w.knownBy * (like - w.knownFrom * Math.sqrt(16 / Math.max(words, few)))));
const few = 8;

type Slot = readonly [slot: string, values: readonly string[]];

/** Shared slots speak for an entry, contradicting ones against it. */
function agreement(named: readonly Slot[], labels: Slots, w: Weights): number {
  let sum = 0;
  for (const [slot, values] of named) {
    const own = labels[slot];
    if (!own) continue;
    const text = slot === 'document';
    if (values.some((v) => own.includes(v))) sum += text ? w.sameText : w.agree;
    else if (text) sum -= own.length > 0 ? w.otherText : w.otherText / 2;
    else if (own.length > 0) sum -= slot === 'form' && values.length === 1 ? w.otherForm : w.contradict;
  }
  return sum;
}
