// The likeliest sentence behind a typed one: of all readings of its tokens, the row whose words go together best.
import type { Lexicon } from './lexicon.ts';
import type { Reading, Readings } from './readings.ts';

type Path = { reading: Reading; cost: number; before: Path | undefined };

/** Viterbi over pairs of words. `tokens` and the result are folded syllables; `settled` ones stand anywhere as they are. */
export function decode(
  tokens: readonly string[],
  readings: Readings,
  lexicon: Lexicon,
  settled: ReadonlySet<string>,
): string[] {
  let paths: Path[] = [];
  tokens.forEach((token, i) => {
    const options = readings.of(token, !settled.has(token) && isDoubted(tokens, i, lexicon));
    if (options.length === 1 && paths.length <= 1) {
      paths = [{ reading: options[0] as Reading, cost: 0, before: paths[0] }];
      return;
    }
    paths = options.map((reading) => {
      let best: Path | undefined;
      let least = Number.POSITIVE_INFINITY;
      const inside = innerCost(reading, lexicon);
      const first = reading.words[0];
      for (const path of paths.length === 0 ? [undefined] : paths) {
        const joint = first === undefined ? 0 : lexicon.surprise(path?.reading.words.at(-1), first);
        const cost = (path?.cost ?? 0) + joint;
        if (cost < least) {
          least = cost;
          best = path;
        }
      }
      return { reading, cost: least + inside, before: best };
    });
  });
  let end = paths.reduce<Path | undefined>((a, b) => (a && a.cost <= b.cost ? a : b), undefined);
  const rows: (readonly string[])[] = [];
  for (; end; end = end.before) rows.push(end.reading.words);
  return rows.reverse().flat();
}

function innerCost(reading: Reading, lexicon: Lexicon): number {
  let sum = reading.cost;
  for (let i = 1; i < reading.words.length; i++)
    sum += lexicon.surprise(reading.words[i - 1], reading.words[i] as string);
  return sum;
}

/** A known word that the corpus never puts beside either neighbour may be another one mistyped. */
function isDoubted(tokens: readonly string[], i: number, lexicon: Lexicon): boolean {
  const token = tokens[i] as string;
  const left = tokens[i - 1];
  const right = tokens[i + 1];
  return (
    (left === undefined || lexicon.pair(left, token) === 0) &&
    (right === undefined || lexicon.pair(token, right) === 0)
  );
}
