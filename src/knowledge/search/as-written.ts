// Messages that are one entry's way of asking word for word: what a curator wrote is understood as written.
import { tokensOf } from '../../language/normalise/tokens.ts';
import type { Entry, Hit } from './ranker.ts';

/** In words; what is longer nobody types again. */
const longest = 6;
/** Sure enough for every band, and what is left for all others together. */
const sure = 0.98;

/** The entry whose way of asking a message is, marks aside; none where two entries have it. */
export function asWritten(
  entries: readonly Entry[],
  spell: (text: string) => readonly string[],
): (message: string) => string | undefined {
  const owners = new Map<string, string>();
  const shared = '';
  for (const { id, asks } of entries)
    for (const ask of asks) {
      const words = spell(ask);
      if (words.length === 0 || words.length > longest) continue;
      const key = words.join(' ');
      const owner = owners.get(key);
      owners.set(key, owner === undefined || owner === id ? id : shared);
    }
  return (message) => {
    if (tokensOf(message).length > longest) return undefined;
    const words = spell(message);
    const owner = words.length > longest ? undefined : owners.get(words.join(' '));
    return owner || undefined;
  };
}

/** The same hits with this one first and sure. */
export function putFirst(hits: readonly Hit[], id: string): Hit[] {
  const own = hits.find((h) => h.id === id);
  const none = { like: 0, trained: 0, embedded: 0, slots: 0, odds: 0 };
  const first: Hit = { id, parts: own?.parts ?? none, score: Math.max(sure, own?.score ?? 0) };
  const rest = hits.filter((h) => h.id !== id).map((h) => ({ ...h, score: h.score * (1 - sure) }));
  return [first, ...rest];
}
