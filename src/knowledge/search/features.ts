// What a message is compared by, as numbers: words, pairs of words and what they mean, pairs with one word between, and runs of three and four letters.
import { PairMap } from '../../language/pair-map.ts';
import { type Bag, Gatherer } from './gatherer.ts';
import type { Said } from './rings.ts';

/** Everything a message is compared by; runs of four letters only by the trained part. */
export type Bags = { words: Bag; skips: Bag; letters: Bag; fours: Bag };
export type Named = { kind: keyof Bags; id: number; name: string };

/** Numbers features as it meets them while the index is built, and only looks them up once it is `closed`. */
export class Features {
  #words = new Map<string, number>();
  /** A pair is kept by the numbers of its words; words and pairs are numbered in one row. */
  #pairs = new PairMap();
  #pairIds: number[] = [];
  #skips = new PairMap();
  #letters = new PairMap();
  #fours = new PairMap();
  #isPair: boolean[] = [];
  #closed = false;

  #wordBag = new Gatherer();
  #skipBag = new Gatherer();
  #letterBag = new Gatherer();
  #fourBag = new Gatherer();

  close(): void {
    this.#closed = true;
  }

  get sizes(): { words: number; skips: number; letters: number; fours: number } {
    return {
      words: this.#isPair.length,
      skips: this.#skips.size,
      letters: this.#letters.size,
      fours: this.#fours.size,
    };
  }

  isPair(id: number): boolean {
    return this.#isPair[id] === true;
  }

  of({ tokens, means, spelt = [] }: Said): Bags {
    const numbers = tokens.map((t) => this.#word(t));
    return {
      words: this.#wordsOf(numbers, means),
      skips: this.#skipsOf(numbers, spelt),
      ...this.#lettersOf(tokens),
    };
  }

  /** The same with their names, for `ask --why`. */
  named({ tokens, means, spelt = [] }: Said): Named[] {
    const numbers = tokens.map((t) => this.#word(t));
    const found: Named[] = means.map((m) => ({
      kind: 'words',
      id: this.#word(meaning(m)),
      name: meaning(m),
    }));
    tokens.forEach((word, i) => {
      found.push({ kind: 'words', id: numbers[i] as number, name: word });
      if (i + 1 < tokens.length)
        found.push({
          kind: 'words',
          id: this.#pair(numbers[i] as number, numbers[i + 1] as number),
          name: `${word} ${tokens[i + 1]}`,
        });
      if (i + 2 < tokens.length)
        found.push({
          kind: 'skips',
          id: this.#skips.get(numbers[i] as number, numbers[i + 2] as number),
          name: `${word}_${tokens[i + 2]}`,
        });
    });
    for (const word of spelt) {
      const number = this.#word(spelling(word));
      found.push({ kind: 'skips', id: this.#skips.get(number, number), name: spelling(word) });
    }
    const text = runningOn(tokens);
    eachRun(text, (kind, left, right, at) =>
      found.push({
        kind,
        id: (kind === 'letters' ? this.#letters : this.#fours).get(left, right),
        name: `#${text.slice(at, at + (kind === 'letters' ? 3 : 4))}`,
      }),
    );
    const once = new Map(found.filter((f) => f.id >= 0).map((f) => [`${f.kind} ${f.id}`, f]));
    return [...once.values()];
  }

  #word(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    if (this.#closed) return -1;
    const id = this.#isPair.length;
    this.#words.set(word, id);
    this.#isPair.push(false);
    return id;
  }

  #pair(left: number, right: number): number {
    const known = this.#pairs.get(left, right);
    if (known >= 0) return this.#pairIds[known] as number;
    if (this.#closed) return -1;
    this.#pairs.number(left, right);
    const id = this.#isPair.length;
    this.#pairIds.push(id);
    this.#isPair.push(true);
    return id;
  }

  #wordsOf(numbers: readonly number[], means: readonly string[]): Bag {
    const bag = this.#wordBag;
    for (const mean of means) {
      const id = this.#word(meaning(mean));
      if (id >= 0) bag.add(id);
    }
    const unknown = { words: 0, pairs: 0 };
    for (let i = 0; i < numbers.length; i++) {
      const id = numbers[i] as number;
      if (id < 0) unknown.words++;
      else bag.add(id);
      if (i + 1 === numbers.length) break;
      const pair = id < 0 || (numbers[i + 1] as number) < 0 ? -1 : this.#pair(id, numbers[i + 1] as number);
      if (pair < 0) unknown.pairs++;
      else bag.add(pair);
    }
    return bag.take(unknown);
  }

  /** What the trained part sees besides. */
  #skipsOf(numbers: readonly number[], spelt: readonly string[]): Bag {
    const bag = this.#skipBag;
    let unknown = 0;
    for (let i = 0; i + 2 < numbers.length; i++) {
      const id = this.#numberIn(this.#skips, numbers[i] as number, numbers[i + 2] as number);
      if (id < 0) unknown++;
      else bag.add(id);
    }
    for (const word of spelt) {
      const number = this.#word(spelling(word));
      const id = this.#numberIn(this.#skips, number, number);
      if (id >= 0) bag.add(id);
    }
    return bag.take({ words: 0, pairs: unknown });
  }

  #lettersOf(tokens: readonly string[]): { letters: Bag; fours: Bag } {
    const unknown = { letters: 0, fours: 0 };
    eachRun(runningOn(tokens), (kind, left, right) => {
      const three = kind === 'letters';
      const id = this.#numberIn(three ? this.#letters : this.#fours, left, right);
      if (id < 0) unknown[kind]++;
      else (three ? this.#letterBag : this.#fourBag).add(id);
    });
    return {
      letters: this.#letterBag.take({ words: unknown.letters, pairs: 0 }),
      fours: this.#fourBag.take({ words: unknown.fours, pairs: 0 }),
    };
  }

  #numberIn(map: PairMap, left: number, right: number): number {
    if (!this.#closed) return map.number(left, right);
    return left < 0 ? -1 : map.get(left, right);
  }
}

/** A ring's name among the words; no word has this sign. */
const meaning = (ring: string): string => `≈${ring}`;
const spelling = (word: string): string => `=${word}`;

/** Letters run on over word ends, so that joined and split words stay alike. */
const runningOn = (tokens: readonly string[]): string => ` ${tokens.join(' ')} `;

/** A run is two numbers: its first two letters, and the one or two behind. */
function eachRun(
  text: string,
  visit: (kind: 'letters' | 'fours', left: number, right: number, at: number) => void,
): void {
  for (let i = 0; i + 3 <= text.length; i++) {
    // Fifteen bits a letter: rare signs far apart in Unicode may share a number, Vietnamese letters never do.
    const left = ((text.charCodeAt(i) & 0x7fff) << 15) | (text.charCodeAt(i + 1) & 0x7fff);
    const third = (text.charCodeAt(i + 2) & 0x7fff) << 15;
    visit('letters', left, third, i);
    if (i + 4 <= text.length) visit('fours', left, third | (text.charCodeAt(i + 3) & 0x7fff), i);
  }
}
