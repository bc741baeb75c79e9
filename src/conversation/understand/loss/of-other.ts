// Whether what is told is of something else than an answer is about: "còn 5000 m² ngô", "mạ 500 m²" behind the rates for rice, a cow where it speaks of pigs alone.
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { onceFor } from '../../../knowledge/once.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { clean, fold } from '../../../language/fold.ts';
import { productsIn as namedProducts } from '../names.ts';

/** Only where `card` counts anything, or is asked for by one thing alone. */
export function isOfOther(knowledge: Knowledge, card: Card, message: string): boolean {
  const alone = askedAlone(knowledge).get(card);
  if (card.rates.length === 0 && alone === undefined) return false;
  const named = productsIn(knowledge, withoutSumWords(message));
  if (card.rates.length === 0) return named.length > 0 && !named.some((id) => id === alone);
  const own = counted(knowledge).find((c) => c.card === card)?.products ?? [];
  if (named.length > 0 && named.every((id) => !own.includes(id))) return true;
  return othersNamed(knowledge, card, message).length > 0;
}

/** The card that counts what is named; undefined where that is not sure: without marks "ma" before a number may be "mạ" or "mà". */
export function ratesOfOther(knowledge: Knowledge, card: Card, message: string): Card | undefined {
  const [other] = othersNamed(knowledge, card, message).filter((o) => o.sure);
  return other?.card;
}

/** Whether what `card` counts is named. */
export function namesOwn(knowledge: Knowledge, card: Card, message: string): boolean {
  const own = counted(knowledge).find((c) => c.card === card);
  if (!own) return false;
  const named = productsIn(knowledge, withoutSumWords(message));
  const typed = clean(message).toLowerCase();
  const words = typed.split(/[^\p{L}\p{M}\d]+/u);
  const first = typed === fold(typed) ? (words[0] === fold(own.first) ? words[0] : undefined) : own.first;
  return own.products.some((id) => named.includes(id)) || (first !== undefined && words.includes(first));
}

/** The one card that counts what is named; undefined where none or several are. */
export function ratesNamed(knowledge: Knowledge, message: string): Card | undefined {
  const named = productsIn(knowledge, withoutSumWords(message));
  const [only, ...others] = counted(knowledge).filter(({ products }) =>
    products.some((id) => named.includes(id)),
  );
  return others.length === 0 ? only?.card : undefined;
}

type Named = { card: Card; sure: boolean };
type Counted = { card: Card; first: string; products: string[] };

/** The cards with rates; `first`: what each is about, the first word of its title. */
const counted = onceFor((knowledge: Knowledge): readonly Counted[] => {
  const cards = [...knowledge.cards.values()].filter((card) => card.rates.length > 0);
  const asked = cards.map((card) => askedOf(knowledge, card));
  const most = (id: string): number => Math.max(...asked.map((of) => of.get(id) ?? 0));
  return cards.map((card, i) => ({
    card,
    first: clean(card.title).toLowerCase().split(/[ ,]/)[0] ?? '',
    products: [
      ...productsIn(knowledge, card.title),
      ...[...(asked[i] ?? [])]
        .filter(([id, times]) => times >= fewestTimes && times === most(id))
        .map(([id]) => id),
    ],
  }));
});

const fewestTimes = 2;

/** What a card's title names and hardly one of its ways of asking leaves out. */
const askedAlone = onceFor((knowledge: Knowledge): ReadonlyMap<Card, string> => {
  const of = (card: Card): string | undefined => {
    const [product, ...others] = new Set(productsIn(knowledge, card.title));
    if (product === undefined || others.length > 0) return undefined;
    const naming = card.asks.filter((ask) => productsIn(knowledge, ask).includes(product));
    return naming.length >= card.asks.length * nearlyAll ? product : undefined;
  };
  return new Map(
    [...knowledge.cards.values()].flatMap((card) => {
      const product = of(card);
      return product === undefined ? [] : [[card, product] as const];
    }),
  );
});
const nearlyAll = 0.9;

/** "Nhân đi", "300 cả thảy", "20 con tầm 1 tấn", "sào Bắc Bộ" without marks name no fruit, no fish, no silkworm and no cattle. */
function withoutSumWords(message: string): string {
  const typed = clean(message).toLowerCase();
  return typed === fold(typed) ? typed.replace(sumWords, ' ') : message;
}
const sumWords =
  /(?<![a-z])(?:ca (?:thay|dan|lo|lua|ruong|vuon|nha|thua|bay)|tat ca|(?<!nuoi )tam(?= \d)|(?<=bac )bo|nhan(?= (?:di|len|ra|voi|cho|giup|ho|vao|thanh|\d)|$))(?![a-z])/g;

/** How often each product is named in the ways of asking for the card. */
function askedOf(knowledge: Knowledge, { asks }: Card): Map<string, number> {
  const times = new Map<string, number>();
  const marked = asks.filter((ask) => clean(ask).toLowerCase() !== fold(ask));
  for (const id of marked.flatMap((ask) => [...new Set(productsIn(knowledge, ask))]))
    times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

function othersNamed(knowledge: Knowledge, card: Card, message: string): Named[] {
  const typed = clean(message).toLowerCase();
  const words = typed.split(/[^\p{L}\p{M}\d]+/u);
  const marked = typed !== fold(typed);
  const named = productsIn(knowledge, withoutSumWords(message));
  return counted(knowledge).flatMap((other): Named[] => {
    if (other.card === card) return [];
    if (other.products.some((id) => named.includes(id)) || (marked && words.includes(other.first)))
      return [{ card: other.card, sure: true }];
    const at = marked ? -1 : words.indexOf(fold(other.first));
    return at >= 0 && /^\d/.test(words[at + 1] ?? '') ? [{ card: other.card, sure: false }] : [];
  });
}

const productsIn = (knowledge: Knowledge, text: string): string[] =>
  namedProducts(text, knowledge).map((n) => n.id);
