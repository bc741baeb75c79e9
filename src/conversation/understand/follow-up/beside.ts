// How a card stands to the one that answered last, as far as no talk can change it: found once for all cards.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Aspect } from '../../../knowledge/schema/aspect.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { namedIn } from '../named.ts';

/** One bit for each way in which a card stands to the last one. */
export const ways = { related: 1, relates: 2, topic: 4, titled: 8, cited: 16, aspect: 32 } as const;
export const areRelated = ways.related | ways.relates;
export const areNear = areRelated | ways.topic;

export type Beside = {
  waysOf: (card: Card) => number;
  /** How many cards that the last one names as related are related to it too, in log. */
  betweenOf: (card: Card) => number;
  /** Those of its topic, related one way or the other, or of one of these aspects, in the order of all cards. */
  nearOr: (aspects: readonly Aspect[]) => Card[];
};

export const besideOf = onceFor((knowledge: Knowledge) => {
  const all = [...knowledge.cards.values()];
  const places = new Map(all.map((card, place) => [card, place]));
  const aspectOf = all.map((card) => card.aspect);
  const texts = textsOf(knowledge);
  return onceFor((last: Card): Beside => {
    const own = texts(last);
    const bits = Uint8Array.from(all, (card) => {
      const its = texts(card);
      return (
        (last.related.includes(card.id) ? ways.related : 0) |
        (card.related.includes(last.id) ? ways.relates : 0) |
        (card.topic === last.topic ? ways.topic : 0) |
        (shares(its.titled, own.titled) ? ways.titled : 0) |
        (shares(its.cited, own.cited) ? ways.cited : 0) |
        (card.aspect === last.aspect ? ways.aspect : 0)
      );
    });
    const between = last.related.flatMap((id) => knowledge.cards.get(id) ?? []);
    const linked = Float64Array.from(all, (card) =>
      Math.log(1 + between.filter((one) => nameEachOther(one, card)).length),
    );
    return {
      betweenOf: (card) => linked[places.get(card) ?? -1] ?? 0,
      waysOf: (card) => bits[places.get(card) ?? -1] ?? 0,
      nearOr: (aspects) =>
        all.filter(
          (_, place) =>
            ((bits[place] as number) & areNear) !== 0 || aspects.includes(aspectOf[place] as Aspect),
        ),
    };
  });
});

/** The register's documents that a card cites, those its title names, and the aspects its title names. */
export const textsOf = onceFor((knowledge: Knowledge) =>
  onceFor((card: Card) => {
    const { documents, aspects } = namedIn(knowledge, card.title);
    const cited = card.cites.flatMap((c) => knowledge.provisions.get(c)?.document ?? []);
    return { cited: [...new Set(cited)], titled: documents, aspects };
  }),
);

/** One names the other as related. */
export const nameEachOther = (a: Card, b: Card): boolean =>
  a.related.includes(b.id) || b.related.includes(a.id);

export const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));
