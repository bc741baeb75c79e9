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
  const strange = strangeJoints(tokens, lexicon);
  tokens.forEach((token, i) => {
    // A known word that the corpus never puts beside either neighbour may be another one mistyped.
    const doubted = strange[i] === true && strange[i + 1] === true;
    const options = readings.of(token, doubted && !settled.has(token));
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

/** Before each token, and behind the last: whether the corpus never puts the two side by side. */
function strangeJoints(tokens: readonly string[], lexicon: Lexicon): boolean[] {
  const strange = [true];
  for (let i = 1; i < tokens.length; i++)
    strange.push(lexicon.pair(tokens[i - 1] as string, tokens[i] as string) === 0);
  strange.push(true);
  return strange;
}
