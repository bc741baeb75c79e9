// Splits words typed without blanks ("hoptacxa", "tuyennt") into the likeliest known ones, shorthand and one slip allowed.
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './readings.ts';

const longestPart = 7;
const longestWord = 40;
const kept = 3;
/** A shorter word is no row of words with a slip in it. */
const fewestLetters = 4;
const cost = { cut: 1.6, oneLetter: 3.6, slip: 2 };

type Way = { words: readonly string[]; cost: number; parts: number };

/** The likeliest ways to cut a word, cheapest first; none where it is no row of known words. */
export function splitJoined(
  word: string,
  lexicon: Lexicon,
  shorthand: (part: string) => readonly (readonly string[])[],
): Reading[] {
  if (word.length < 3 || word.length > longestWord || !/^[a-z]+$/.test(word)) return [];
  return cut(word, lexicon, shorthand, word.length >= fewestLetters);
}

function cut(
  word: string,
  lexicon: Lexicon,
  shorthand: (part: string) => readonly (readonly string[])[],
  slips: boolean,
): Reading[] {
  // best[end][slips so far] = cheapest ways to read the letters before `end`.
  const best: Way[][][] = Array.from({ length: word.length + 1 }, () => [[], []]);
  best[0]?.[0]?.push({ words: [], cost: 0, parts: 0 });
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - longestPart); start < end; start++) {
      const before = best[start] as Way[][];
      if (before[0]?.length === 0 && before[1]?.length === 0) continue;
      for (const { words, cost: own, slip } of partsOf(word.slice(start, end), lexicon, shorthand, slips)) {
        for (let used = 0; used + slip <= (slips ? 1 : 0); used++) {
          for (const way of before[used] as Way[])
            keep(best[end]?.[used + slip] as Way[], behind(way, words, own, lexicon));
        }
      }
    }
  }
  return (best[word.length] as Way[][])
    .flat()
    .filter((way) => way.parts > 1)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, kept)
    .map((way) => ({ words: way.words, cost: cost.cut * (way.parts - 1) + ownCost(way, lexicon) }));
}

/** The cost of a way without what its words cost as language: the sentence reckons that again. */
function ownCost(way: Way, lexicon: Lexicon): number {
  let language = 0;
  way.words.forEach((w, i) => {
    language += lexicon.surprise(way.words[i - 1], w);
  });
  return Math.max(0, way.cost - language - cost.cut * (way.parts - 1));
}

function behind(way: Way, words: readonly string[], own: number, lexicon: Lexicon): Way {
  let sum = way.cost + own + (way.parts > 0 ? cost.cut : 0);
  let last = way.words.at(-1);
  for (const w of words) {
    sum += lexicon.surprise(last, w);
    last = w;
  }
  return { words: [...way.words, ...words], cost: sum, parts: way.parts + 1 };
}

function keep(ways: Way[], way: Way): void {
  const at = ways.findIndex((w) => w.cost > way.cost);
  if (at < 0 && ways.length >= kept) return;
  ways.splice(at < 0 ? ways.length : at, 0, way);
  if (ways.length > kept) ways.pop();
}

type Part = { words: readonly string[]; cost: number; slip: 0 | 1 };

function partsOf(
  piece: string,
  lexicon: Lexicon,
  shorthand: (part: string) => readonly (readonly string[])[],
  slips: boolean,
): Part[] {
  const parts: Part[] = shorthand(piece).map((words) => ({
    words,
    cost: piece.length === 1 ? cost.oneLetter : 0.5,
    slip: 0,
  }));
  if (lexicon.count(piece) > 0)
    parts.push({ words: [piece], cost: piece.length === 1 ? cost.oneLetter : 0, slip: 0 });
  else if (slips && piece.length >= 2)
    for (const near of lexicon.near(piece))
      parts.push({ words: [near.word], cost: near.cost + cost.slip, slip: 1 });
  return parts;
}
