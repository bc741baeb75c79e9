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

export const askedAs = onceFor((knowledge: Knowledge) => {
  const { places, starts, weight, standing } = waysOf(knowledge);
  const weigh = rarityIn(knowledge);
  const shared = new Float64Array(weight.length);
  return onceFor(({ own }: Named): ((id: string) => AskedAs) => {
    const words = [...new Set(own)];
    const all = words.reduce((sum, word) => sum + weigh(word), 0);
    const holds = new Float64Array(places.size);
    const meets = new Float64Array(places.size);
    for (const word of words) addTo(shared, standing.get(word) ?? none, weigh(word));
    for (let entry = 0; entry < places.size; entry++) {
      const end = starts[entry + 1] as number;
      for (let way = starts[entry] as number; way < end; way++) {
        const common = shared[way] as number;
        if (common === 0) continue;
        holds[entry] = Math.max(holds[entry] as number, common / all);
        meets[entry] = Math.max(meets[entry] as number, common / (all + (weight[way] as number) - common));
      }
    }
    shared.fill(0);
    return (id) => {
      const entry = places.get(id) ?? -1;
      return { holds: holds[entry] ?? 0, meets: meets[entry] ?? 0 };
    };
  });
});

const none = new Int32Array();

function addTo(shared: Float64Array, standing: Int32Array, weight: number): void {
  for (let k = 0; k < standing.length; k++) {
    const way = standing[k] as number;
    shared[way] = (shared[way] as number) + weight;
  }
}

type Ways = {
  /** The place of each card and cue among all. */
  places: ReadonlyMap<string, number>;
  /** Where the ways of each begin among all ways, and the end. */
  starts: Int32Array;
  /** What the words of each way weigh together. */
  weight: Float64Array;
  /** In which ways a word stands. */
  standing: ReadonlyMap<string, Int32Array>;
};

function waysOf(knowledge: Knowledge): Ways {
  const weigh = rarityIn(knowledge);
  const asked = [
    ...[...knowledge.cards.values()].map(({ id, title, asks }) => ({ id, asks: [title, ...asks] })),
    ...[...knowledge.cues.values()]
      .filter(({ exact }) => !exact)
      .map(({ id, asks }) => ({ id: cueId(id), asks })),
  ];
  const weight: number[] = [];
  const starts = [0];
  const standing = new Map<string, number[]>();
  for (const { asks } of asked) {
    for (const ask of asks) {
      const words = new Set(namedIn(knowledge, ask).own);
      for (const word of words) {
        const ways = standing.get(word);
        if (ways) ways.push(weight.length);
        else standing.set(word, [weight.length]);
      }
      weight.push([...words].reduce((sum, word) => sum + weigh(word), 0));
    }
    starts.push(weight.length);
  }
  return {
    places: new Map(asked.map(({ id }, place) => [id, place])),
    starts: Int32Array.from(starts),
    weight: Float64Array.from(weight),
    standing: new Map([...standing].map(([word, ways]) => [word, Int32Array.from(ways)])),
  };
}

/** How rare a word is in the lines of all cards. */
const rarityIn = onceFor((knowledge: Knowledge) =>
  rarityAmong([...knowledge.cards.values()].flatMap(linesOf).map(tokensOf)),
);
