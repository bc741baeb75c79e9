// How near a message's own words come to a way of asking: "ai giữ con dấu" has few words, but one card is asked by nearly all of them.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import { linesOf } from '../../../knowledge/said.ts';
import { cueId } from '../../../knowledge/search.ts';
import { tokensOf } from '../../../language/normalise/tokens.ts';
import { type Named, namedIn } from '../named.ts';
import { rarityAmong } from '../rarity.ts';

/** `holds`: the greatest share of the message's own words that one way of asking holds; `meets`: of the words of both, what they share. Rare words weigh most. */
export type AskedAs = { holds: number; meets: number };
const nothing: AskedAs = { holds: 0, meets: 0 };

export const askedAs = onceFor((knowledge: Knowledge) => {
  const { entryOf, weight, standing } = waysOf(knowledge);
  const weigh = rarityIn(knowledge);
  const shared = new Float64Array(entryOf.length);
  return onceFor(({ own }: Named): ((id: string) => AskedAs) => {
    const words = [...new Set(own)];
    const all = words.reduce((sum, word) => sum + weigh(word), 0);
    const best = new Map<string, AskedAs>();
    const touched = new Set<number>();
    for (const word of words)
      for (const way of standing.get(word) ?? []) {
        shared[way] = (shared[way] as number) + weigh(word);
        touched.add(way);
      }
    for (const way of touched) {
      const common = shared[way] as number;
      shared[way] = 0;
      const id = entryOf[way] as string;
      const { holds, meets } = best.get(id) ?? nothing;
      best.set(id, {
        holds: Math.max(holds, common / all),
        meets: Math.max(meets, common / (all + (weight[way] as number) - common)),
      });
    }
    return (id) => best.get(id) ?? nothing;
  });
});

/** All ways of asking: whose each is, what its words weigh together, and in which ones a word stands. */
function waysOf(knowledge: Knowledge): {
  entryOf: string[];
  weight: number[];
  standing: ReadonlyMap<string, number[]>;
} {
  const weigh = rarityIn(knowledge);
  const entryOf: string[] = [];
  const weight: number[] = [];
  const standing = new Map<string, number[]>();
  const add = (id: string, ask: string): void => {
    const words = new Set(namedIn(knowledge, ask).own);
    for (const word of words) {
      const ways = standing.get(word);
      if (ways) ways.push(entryOf.length);
      else standing.set(word, [entryOf.length]);
    }
    weight.push([...words].reduce((sum, word) => sum + weigh(word), 0));
    entryOf.push(id);
  };
  for (const { id, title, asks } of knowledge.cards.values())
    for (const ask of [title, ...asks]) add(id, ask);
  for (const { id, asks, exact } of knowledge.cues.values())
    if (!exact) for (const ask of asks) add(cueId(id), ask);
  return { entryOf, weight, standing };
}

/** How rare a word is in the lines of all cards. */
const rarityIn = onceFor((knowledge: Knowledge) =>
  rarityAmong([...knowledge.cards.values()].flatMap(linesOf).map(tokensOf)),
);
