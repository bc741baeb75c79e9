// How like a message is to each entry: its best phrasings by words and by letters, all its phrasings together, and its answer text.
import { type Bag, type Bags, letterBag, wordBag } from './features.ts';
import { type Field, fieldOf } from './field.ts';
import type { Weights } from './weights.ts';

export type Parts = { words: number; letters: number; three: number; entry: number; text: number };
export type Liked = { entry: number; like: number; parts: Parts };
/** A phrasing left out while training, so that it does not find itself. */
export type LeftOut = { phrasing: number; entry: number };

export type Lexical = {
  /** The likest entries, best first. `like` lies near [0, 1.5]. */
  rank: (bags: Bags, limit: number, leftOut?: LeftOut) => Liked[];
  /** The share each word of the message has in an entry's likeness. */
  shares: (tokens: readonly string[], entry: number) => { word: string; share: number }[];
};

export type LexicalEntry = { phrasings: readonly (readonly string[])[]; text: readonly string[] };

export function lexicalOf(entries: readonly LexicalEntry[], w: Weights): Lexical {
  const factor = (feature: string): number => (feature.includes(' ') ? w.bigram : 1);
  const phrasings = entries.flatMap((e, entry) => e.phrasings.map((tokens) => ({ entry, tokens })));
  const bm25 = { kind: 'bm25' as const, k1: w.k1, b: w.b, factor, common: 1 };
  const wordBags = phrasings.map((p) => wordBag(p.tokens));
  const byWords = fieldOf(wordBags, bm25);
  const byLetters = fieldOf(
    phrasings.map((p) => letterBag(p.tokens)),
    { kind: 'cosine', k1: 0, b: 0, factor: () => 1, common: w.common },
  );
  const whole = fieldOf(
    entries.map((e) => together(e.phrasings)),
    bm25,
  );
  const answers = fieldOf(
    entries.map((e) => wordBag(e.text)),
    { ...bm25, b: 0.75 },
  );
  const entryOf = Int32Array.from(phrasings.map((p) => p.entry));
  const scratch = [byWords, byLetters, whole, answers].map((f: Field) => ({
    scores: new Float64Array(f.size),
    touched: new Int32Array(f.size),
  })) as [Scratch, Scratch, Scratch, Scratch];
  const marks = marksOf(entries.length);

  const rank: Lexical['rank'] = (bags, limit, leftOut) => {
    const [words, letters, entry, text] = scratch;
    const bag = bags.words;
    const own = leftOut === undefined ? undefined : wordBags[leftOut.phrasing];
    const one = leftOut === undefined ? undefined : { text: leftOut.phrasing };
    const a = byWords.score(bag, words.scores, words.touched, one);
    const b = byLetters.score(bags.letters, letters.scores, letters.touched, one);
    const c = whole.score(
      bag,
      entry.scores,
      entry.touched,
      leftOut && own ? { text: leftOut.entry, part: own } : undefined,
    );
    const d = answers.score(bag, text.scores, text.touched);
    const perWord = w.words / a.own;
    const perLetter = w.letters / b.own;
    for (let i = 0; i < b.count; i++) {
      const p = letters.touched[i] as number;
      const like = perWord * (words.scores[p] as number) + perLetter * (letters.scores[p] as number);
      see(marks, entryOf[p] as number, p, like);
    }
    for (let i = 0; i < a.count; i++) {
      const p = words.touched[i] as number;
      if (letters.scores[p] === 0) see(marks, entryOf[p] as number, p, perWord * (words.scores[p] as number));
    }
    const perEntry = c.own > 0 ? w.entry / c.own : 0;
    const perText = d.own > 0 ? w.text / d.own : 0;
    for (let i = 0; i < marks.count; i++) {
      const e = marks.seen[i] as number;
      marks.like[e] =
        (marks.first[e] as number) +
        (w.three / 3) *
          ((marks.first[e] as number) + (marks.second[e] as number) + (marks.third[e] as number)) +
        perEntry * (entry.scores[e] as number) +
        perText * (text.scores[e] as number);
    }
    const liked = top(marks, limit).map((e): Liked => {
      const p = marks.phrasing[e] as number;
      return {
        entry: e,
        like: marks.like[e] as number,
        parts: {
          words: (words.scores[p] as number) / a.own,
          letters: (letters.scores[p] as number) / b.own,
          three: ((marks.first[e] as number) + (marks.second[e] as number) + (marks.third[e] as number)) / 3,
          entry: c.own > 0 ? (entry.scores[e] as number) / c.own : 0,
          text: d.own > 0 ? (text.scores[e] as number) / d.own : 0,
        },
      };
    });
    forget(marks);
    clear(words, a.count);
    clear(letters, b.count);
    clear(entry, c.count);
    clear(text, d.count);
    return liked;
  };
  return {
    rank,
    shares: (tokens, entry) => {
      const bag = wordBag(tokens);
      const own = [...bag.keys()].reduce((n, f) => n + whole.idf(f), 0) || 1;
      return [...bag.keys()]
        .map((word) => ({ word, share: whole.weight(word, entry) / own }))
        .filter((s) => s.share > 0)
        .sort((x, y) => y.share - x.share);
    },
  };
}

/** The three best phrasings of each entry seen, in flat arrays that are used again for every message. */
type Marks = {
  first: Float64Array;
  second: Float64Array;
  third: Float64Array;
  like: Float64Array;
  phrasing: Int32Array;
  seen: Int32Array;
  count: number;
};

const marksOf = (n: number): Marks => ({
  first: new Float64Array(n),
  second: new Float64Array(n),
  third: new Float64Array(n),
  like: new Float64Array(n),
  phrasing: new Int32Array(n),
  seen: new Int32Array(n),
  count: 0,
});

function see(m: Marks, e: number, phrasing: number, like: number): void {
  const first = m.first[e] as number;
  if (first === 0) m.seen[m.count++] = e;
  if (like > first) {
    m.third[e] = m.second[e] as number;
    m.second[e] = first;
    m.first[e] = like;
    m.phrasing[e] = phrasing;
  } else if (like > (m.second[e] as number)) {
    m.third[e] = m.second[e] as number;
    m.second[e] = like;
  } else if (like > (m.third[e] as number)) m.third[e] = like;
}

/** The `limit` likest entries, best first: a short sorted row, so that thousands of others cost one comparison each. */
function top(m: Marks, limit: number): number[] {
  const row: number[] = [];
  for (let i = 0; i < m.count; i++) {
    const e = m.seen[i] as number;
    const like = m.like[e] as number;
    if (row.length === limit && like <= (m.like[row[limit - 1] as number] as number)) continue;
    let at = row.length < limit ? row.length : limit - 1;
    while (at > 0 && like > (m.like[row[at - 1] as number] as number)) {
      row[at] = row[at - 1] as number;
      at--;
    }
    row[at] = e;
  }
  return row;
}

function forget(m: Marks): void {
  for (let i = 0; i < m.count; i++) {
    const e = m.seen[i] as number;
    m.first[e] = m.second[e] = m.third[e] = m.like[e] = 0;
  }
  m.count = 0;
}

type Scratch = { scores: Float64Array; touched: Int32Array };

function clear(s: Scratch, count: number): void {
  for (let i = 0; i < count; i++) s.scores[s.touched[i] as number] = 0;
}

function together(phrasings: readonly (readonly string[])[]): Bag {
  const all: Bag = new Map();
  for (const tokens of phrasings) for (const [f, n] of wordBag(tokens)) all.set(f, (all.get(f) ?? 0) + n);
  return all;
}
