// Small talk in just the words of its entry, politeness aside ("vâng ạ", "à rồi"): no talk before it makes a question of it.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { onceFor } from '../../knowledge/once.ts';
import type { Talk } from '../../knowledge/schema.ts';
import { plainly } from './polite.ts';

export const wordForWord = (knowledge: Knowledge, text: string): Talk | undefined =>
  smallTalk(knowledge).get(plainly(text));

/** What is also a card's own way of asking is left to the cards. */
const smallTalk = onceFor((knowledge: Knowledge): ReadonlyMap<string, Talk> => {
  const asked = new Set([...knowledge.cards.values()].flatMap((c) => c.asks.map(plainly)));
  const said = [...knowledge.talk.values()]
    .filter((t) => t.outcome === 'small_talk' && !t.does)
    .flatMap((t) => t.asks.map((a) => [plainly(a), t] as const));
  return new Map(said.filter(([words]) => words !== '' && !asked.has(words)));
});
