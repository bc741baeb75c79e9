// The syllables and pairs of syllables that the knowledge itself uses: what a slip is corrected towards.

export type Lexicon = {
  /** How often a syllable stands in the corpus; 0 for one never seen. */
  count: (word: string) => number;
  /** How often two syllables stand next to each other. */
  pair: (left: string, right: string) => number;
  /** Known syllables one slip away: one letter more, less, other or swapped, or spelt alike by ear (tr/ch, s/x, l/n, r/d/gi). */
  near: (word: string) => readonly string[];
};

export function lexiconOf(corpus: Iterable<readonly string[]>): Lexicon {
  const counts = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const tokens of corpus) {
    tokens.forEach((word, i) => {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      const next = tokens[i + 1];
      if (next !== undefined) {
        const key = `${word} ${next}`;
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    });
  }
  const byDeletion = new Map<string, string[]>();
  const byEar = new Map<string, string[]>();
  for (const word of counts.keys()) {
    if (!/^[a-z]+$/.test(word)) continue;
    for (const part of deletions(word)) push(byDeletion, part, word);
    push(byEar, soundOf(word), word);
  }
  const made = new Map<string, readonly string[]>();
  return {
    count: (word) => counts.get(word) ?? 0,
    pair: (left, right) => pairs.get(`${left} ${right}`) ?? 0,
    near: (word) => {
      const ready = made.get(word);
      if (ready) return ready;
      const found = new Set<string>(byEar.get(soundOf(word)) ?? []);
      for (const part of deletions(word)) {
        for (const known of byDeletion.get(part) ?? []) if (isOneSlip(word, known)) found.add(known);
      }
      found.delete(word);
      const all = [...found];
      if (made.size < 20_000) made.set(word, all);
      return all;
    },
  };
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function deletions(word: string): string[] {
  const parts = [word];
  for (let i = 0; i < word.length; i++) parts.push(word.slice(0, i) + word.slice(i + 1));
  return parts;
}

/** Damerau distance exactly one. */
function isOneSlip(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}

function soundOf(word: string): string {
  return word
    .replace(/^(?:tr|ch)/, 'c-')
    .replace(/^[sx]/, 's-')
    .replace(/^(?:gi|d|r|v)(?=[aeiouy])/, 'z-')
    .replace(/^[ln](?![gh])/, 'l-')
    .replace(/^qu(?=y)/, 'q')
    .replace(/y$/, 'i')
    .replace(/(?:ng|nh)$/, 'n')
    .replace(/(?:ch|c)$/, 't');
}
