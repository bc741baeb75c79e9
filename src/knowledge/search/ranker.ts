// Ranks entries for a message: likeness finds the candidates, the trained part and the slots put them in order, the scores explain themselves.
import { type LanguageData, normaliserOf } from '../../language/normalise/normaliser.ts';
import { clausesOf } from './clauses.ts';
import { Features } from './features.ts';
import { learn } from './learn.ts';
import { type Liked, lexicalOf, type Parts } from './lexical.ts';
import { marksOf } from './marks.ts';
import { type Slots, type SlotWords, slotReader } from './slots.ts';
import { type LearnedBefore, trainedFrom } from './trained.ts';
import { weights as standard, type Weights } from './weights.ts';

export type Entry = { id: string; asks: readonly string[]; text?: string; labels?: Slots };
export type HitParts = { like: number; trained: number; slots: number; odds: number };
/** `score` in [0, 1]: how likely this is what the message means, absolute enough to be banded. */
export type Hit = { id: string; score: number; parts: HitParts };
export type Why = {
  tokens: readonly string[];
  slots: Slots;
  parts: (HitParts & Parts) | undefined;
  words: { word: string; share: number }[];
  trained: { feature: string; adds: number }[];
};
export type Ranker = {
  rank: (message: string, limit?: number) => Hit[];
  explain: (message: string, id: string) => Why;
};
export type RankerLanguage = LanguageData & SlotWords;

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
  const spelt = entries.map((e) => ({
    phrasings: e.asks.map(normaliser.plain).filter((t) => t.length > 0),
    text: normaliser.plain(e.text ?? ''),
  }));
  const features = new Features();
  const lexical = lexicalOf(spelt, features, w);
  const known = before?.find();
  const learned = known ?? learn(spelt, features, lexical, w);
  if (!known) before?.keep(learned);
  const trained = trainedFrom(learned, features, entries.length);
  const marksIn = marksOf(entries);
  const slotsIn = slotReader(language, normaliser.plain);

  const rank = (message: string, limit = 10): Hit[] => {
    const tokens = normaliser.tokens(message);
    const named = slotsIn(tokens);
    const whole = rankTokens(tokens, named, marksIn(message));
    if ((whole[0]?.score ?? 0) >= w.enough) return whole.slice(0, limit);
    const clauses = clausesOf(message).map(({ text, asks }) => ({
      hits: rankTokens(normaliser.tokens(text), named, marksIn(text)),
      share: w.clause * (asks ? 1 : w.statement),
    }));
    const hits = clauses.length === 0 ? whole : together([{ hits: whole, share: 1 }, ...clauses], w.again);
    return hits.slice(0, limit);
  };

  const rankTokens = (tokens: readonly string[], named: Slots, marks: (entry: number) => number): Hit[] => {
    if (tokens.length === 0) return [];
    const bags = features.of(tokens);
    const liked = lexical.rank(bags, w.candidates);
    const adds = trained.adds(
      bags,
      liked.map((l) => l.entry),
    );
    const hits = liked.map((l, i) => hitOf(l, adds[i] as number, named, marks(l.entry)));
    return withOdds(hits).sort((a, b) => b.score - a.score);
  };

  const hitOf = (l: Liked, adds: number, named: Slots, marks: number): Hit => {
    const entry = entries[l.entry] as Entry;
    const slots = agreement(named, entry.labels ?? {}, w) + w.marks * marks;
    return {
      id: entry.id,
      score: 0,
      parts: { like: l.like, trained: adds, slots, odds: 0 },
    };
  };

  const withOdds = (hits: Hit[]): Hit[] => {
    const logits = hits.map(
      (h) => w.sharpness * (h.parts.like + h.parts.slots) + w.trained * h.parts.trained,
    );
    const most = Math.max(...logits);
    const powers = logits.map((l) => Math.exp(l - most));
    const total = powers.reduce((a, b) => a + b, 0);
    return hits.map((h, i) => {
      const odds = (powers[i] ?? 0) / total;
      return { ...h, score: confidence(h.parts.like + h.parts.slots, odds, w), parts: { ...h.parts, odds } };
    });
  };

  return {
    rank,
    explain: (message, id) => {
      const tokens = normaliser.tokens(message);
      const entry = entries.findIndex((e) => e.id === id);
      const hit = rank(message, w.candidates).find((h) => h.id === id);
      return {
        tokens,
        slots: slotsIn(tokens),
        parts: hit && { ...hit.parts, ...lexical.parts(features.of(tokens), entry) },
        words: entry < 0 ? [] : lexical.shares(tokens, entry).slice(0, 8),
        trained: entry < 0 ? [] : trained.why(tokens, entry).slice(0, 8),
      };
    },
  };
}

type Reading = { hits: readonly Hit[]; share: number };

/** Each entry with its best score over the whole message and its clauses, and a little more for what a second reading finds again. */
function together(readings: readonly Reading[], again: number): Hit[] {
  const best = new Map<string, { hit: Hit; first: number; second: number }>();
  for (const { hits, share } of readings) {
    for (const hit of hits) {
      const score = hit.score * share;
      const known = best.get(hit.id);
      if (!known) best.set(hit.id, { hit, first: score, second: 0 });
      else if (score > known.first) best.set(hit.id, { hit, first: score, second: known.first });
      else if (score > known.second) known.second = score;
    }
  }
  return [...best.values()]
    .map(({ hit, first, second }) => ({ ...hit, score: Math.min(1, first + again * second) }))
    .sort((a, b) => b.score - a.score);
}

/** Likeness says whether the message is about anything known; odds say whether it is this entry rather than another. */
function confidence(like: number, odds: number, w: Weights): number {
  const known = 1 / (1 + Math.exp(-w.knownBy * (like - w.knownFrom)));
  return known * Math.sqrt(odds);
}

/** Shared slots speak for an entry, contradicting ones against it. */
function agreement(named: Slots, labels: Slots, w: Weights): number {
  let sum = 0;
  for (const [slot, values] of Object.entries(named)) {
    const own = labels[slot];
    if (!own || values.length === 0) continue;
    const text = slot === 'document';
    if (values.some((v) => own.includes(v))) sum += text ? w.sameText : w.agree;
    else if (text) sum -= own.length > 0 ? w.otherText : w.otherText / 2;
    else if (own.length > 0) sum -= slot === 'form' && values.length === 1 ? w.otherForm : w.contradict;
  }
  return sum;
}
