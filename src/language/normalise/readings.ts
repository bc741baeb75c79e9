// What one typed token may stand for: itself, shorthand, Telex, first letters, joined words, a slip; each with how surprising that is.
import { splitJoined } from './joined.ts';
import type { Lexicon } from './lexicon.ts';
import { untelex } from './telex.ts';
import { isShaped } from './tokens.ts';

/** `cost` in nats, of the typing alone; how well the words go together is the sentence's to judge. */
export type Reading = { words: readonly string[]; cost: number };
export type Shorthand = ReadonlyMap<string, readonly (readonly string[])[]>;

const most = 8;
const cost = {
  shorthand: 0.35,
  letters: 0.3,
  initials: 5,
  unknown: 1,
  unshaped: 20,
  known: 4,
  short: 1.25,
  shorthandSlip: 1.5,
};

export type Readings = {
  /** `doubted`: the token is a known word, but goes with neither neighbour. */
  of: (token: string, doubted: boolean) => readonly Reading[];
};

export function readingsOf(lexicon: Lexicon, shorthand: Shorthand, shortNear: Lexicon['near']): Readings {
  const made = new Map<string, readonly Reading[]>();
  const longs = (part: string): readonly (readonly string[])[] => shorthand.get(part) ?? [];

  const find = (token: string, doubted: boolean): Reading[] => {
    const known = lexicon.count(token) > 0;
    const found: Reading[] = longs(token).map((words) => ({ words, cost: cost.shorthand }));
    if (!/^[a-z]+$/.test(token) || (known && !doubted && found.length === 0))
      return [{ words: [token], cost: 0 }, ...found];
    if (known) found.push({ words: [token], cost: found.length > 0 ? 1.5 : 0 });
    else if (found.length === 0)
      found.push({ words: [token], cost: isShaped(token) ? cost.unknown : cost.unshaped });
    if (found.length > 0 && longs(token).length > 0 && !doubted) return found;
    const once = token.replace(/([a-z])\1{2,}/g, '$1');
    const typed = untelex(once);
    const letters = once.replace(/j/g, 'gi').replace(/^z/, 'd').replace(/f/g, 'ph').replace(/w/g, 'qu');
    for (const word of new Set([once, typed, letters])) {
      if (word === undefined || word === token) continue;
      for (const words of longs(word)) found.push({ words, cost: cost.letters });
      if (lexicon.count(word) > 0) found.push({ words: [word], cost: cost.letters });
      else if (word === typed && !isShaped(once) && isShaped(typed))
        found.push({ words: [word], cost: cost.letters + cost.unknown });
    }
    if (!known && !isShaped(token))
      for (const words of lexicon.initials(token)) found.push({ words, cost: cost.initials });
    const slip = (known ? cost.known : 0) + (token.length <= 2 ? cost.short : 0);
    for (const near of lexicon.near(token)) found.push({ words: [near.word], cost: near.cost + slip });
    if (!known) {
      for (const near of shortNear(token))
        for (const words of longs(near.word))
          found.push({ words, cost: near.cost + slip + cost.shorthandSlip });
      for (const way of splitJoined(once, lexicon, longs)) found.push(way);
      if (typed)
        found.push(...splitJoined(typed, lexicon, longs).map((r) => ({ ...r, cost: r.cost + cost.letters })));
    }
    return found.length <= most ? found : cheapest(found, lexicon);
  };

  return {
    of: (token, doubted) => {
      const key = doubted ? `${token}?` : token;
      const ready = made.get(key);
      if (ready) return ready;
      const found = find(token, doubted);
      if (made.size < 20_000) made.set(key, found);
      return found;
    },
  };
}

function cheapest(readings: Reading[], lexicon: Lexicon): Reading[] {
  const alone = (r: Reading): number =>
    r.cost + r.words.reduce((sum, w, i) => sum + lexicon.surprise(r.words[i - 1], w), 0) * 0.5;
  return readings
    .map((r) => ({ r, by: alone(r) }))
    .sort((a, b) => a.by - b.by)
    .slice(0, most)
    .map(({ r }) => r);
}
