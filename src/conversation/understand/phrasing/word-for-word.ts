// Small talk in just the words of its cue, politeness aside ("vâng ạ", "à rồi"): no talk before it makes a question of it.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Cue } from '../../../knowledge/schema/cue.ts';
import { plainWords } from '../../../language/fold.ts';
import { plainly } from './polite.ts';

/** Of the message words of politeness may be left out, of the cue none: "anh ở đâu" is no "ở đâu". */
export const wordForWord = (knowledge: Knowledge, text: string): Cue | undefined =>
  smallTalk(knowledge).get(plainWords(text)) ?? smallTalk(knowledge).get(plainly(text));

/** What is also a card's own way of asking is left to the cards. */
const smallTalk = onceFor((knowledge: Knowledge): ReadonlyMap<string, Cue> => {
  const asked = new Set([...knowledge.cards.values()].flatMap((c) => c.asks.map(plainWords)));
  const said = [...knowledge.cues.values()]
    .filter((t) => t.outcome === 'small_talk' && !t.does)
    .flatMap((t) => t.asks.map((a) => [plainWords(a), t] as const));
  return new Map(said.filter(([words]) => words !== '' && !asked.has(words)));
});
