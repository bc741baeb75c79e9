// How near a message comes to the nearest way of telling a distress, by the words they share: what no other entry of the store can move.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import type { Cue } from '../../knowledge/schema/cue.ts';
import { fold, syllables } from '../../language/fold.ts';
import { writtenOut } from '../understand/phrasing/shorthand.ts';

/** In [0,1]: the cosine of the words of the message and of the nearest way of telling it, without marks. */
export function akin(knowledge: Knowledge, cue: Cue, message: string): number {
  const said = wordsOf(knowledge, message);
  const shares = tellings(knowledge)(cue).map((told) => cosine(told, said));
  return Math.max(0, ...shares);
}

const tellings = onceFor((knowledge: Knowledge) =>
  onceFor((cue: Cue) => cue.asks.map((ask) => wordsOf(knowledge, ask))),
);

const wordsOf = (knowledge: Knowledge, text: string): ReadonlySet<string> =>
  new Set(syllables(fold(writtenOut(knowledge, text))));

const cosine = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((word) => other.has(word)).length / Math.sqrt(Math.max(one.size * other.size, 1));
