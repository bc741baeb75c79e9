// Every figure, date and name of every published card, changed one at a time: each digit, other units, other limits, a neighbour's figure, words for numbers. What lands on another truth of the same clauses is counted apart.
import { afterAll, describe, expect, test } from 'vitest';
import { checkCard } from '../../src/knowledge/check/numbers.ts';
import { figuresIn, mentionsIn, unitsOf } from '../../src/knowledge/figures.ts';
import type { Card } from '../../src/knowledge/schema/card.ts';
import { sayDate } from '../../src/language/dates.ts';
import * as mutants from '../support/mutants.ts';
import { packs } from '../support/packs.ts';

const day = '2026-11-23';
type Place = { card: Card; text: string; put: (text: string) => Card };

/** Every sentence of a card a person reads, with the card that has it changed. Rates copy a sentence: without them, so that the sentence itself is what is judged. */
function placesOf(whole: Card): Place[] {
  const copied = { rates: [], portions: [], uncounted: [], bounds: [], majorities: [], spans: [] };
  const card: Card = { ...whole, ...copied };
  return [
    { card, text: card.title, put: (title) => ({ ...card, title }) },
    { card, text: card.answer, put: (answer) => ({ ...card, answer }) },
    ...card.details.map((text, i) => ({
      card,
      text,
      put: (t: string) => ({ ...card, details: card.details.with(i, t) }),
    })),
    ...(card.for ? [{ card, text: card.for, put: (f: string) => ({ ...card, for: f }) }] : []),
    ...(card.next ? [{ card, text: card.next, put: (next: string) => ({ ...card, next }) }] : []),
  ];
}

describe.each(packs)('a wrong figure never passes in $name', ({ name, knowledge, published }) => {
  const units = unitsOf(knowledge.words.units);
  const all = published.flatMap(placesOf);
  const real = name === 'knowledge';
  /** How many figures there are to change at the least; the real pack is known to have hundreds. */
  const many = real ? 200 : 8;

  function caught(card: Card): boolean {
    let problems = 0;
    checkCard(knowledge, card, () => problems++, day);
    return problems > 0;
  }
  const clausesOf = (card: Card): string =>
    [...card.cites, ...card.background]
      .flatMap((id) => knowledge.provisions.get(id) ?? [])
      .map((p) => `${p.place ?? ''}\n${p.words}\n${datesOf(p.document)}`)
      .join('\n');
  const datesOf = (document: string): string => {
    const d = knowledge.documents.get(document);
    return [d?.number, d?.issued, d?.in_force_from, d?.period_from, d?.period_until, d?.ended_on]
      .flatMap((day) =>
        day ? [/^\d{4}-/.test(day) ? sayDate(day) : day, ...(day.match(/20\d\d/g) ?? [])] : [],
      )
      .join('; ');
  };

  const counts: Record<string, { tried: number; caught: number; alsoTrue: number }> = {};
  afterAll(() => {
    console.log(`mutations caught in ${name}: ${JSON.stringify(counts)}`);
    if (process.env.MUTANTS) console.log(also.join('\n'));
  });

  const also: string[] = [];
  /** What a sentence claims, so that a change can be seen to land on another truth. */
  const claims = (text: string): string[] => [
    ...figuresIn(text, units).map((f) => `${f.value}|${f.unit}|${f.limit}`),
    ...mentionsIn(text).map((m) => m.text),
  ];

  /** The mutants that got through though their new claim stands in no clause. */
  function tryAll(kind: string, mutantsOf: (place: Place) => string[]): string[] {
    const count = { tried: 0, caught: 0, alsoTrue: 0 };
    counts[kind] = count;
    const missed: string[] = [];
    for (const place of all) {
      const before = new Set(claims(place.text));
      for (const text of mutantsOf(place)) {
        const fresh = claims(text).filter((c) => !before.has(c));
        count.tried++;
        if (caught(place.put(text))) count.caught++;
        else if (fresh.every((c) => trueOf(place.card).has(c))) {
          count.alsoTrue++;
          also.push(`${kind} ${place.card.id}: ${text}`);
        } else missed.push(`${place.card.id}: ${text}`);
      }
    }
    return missed;
  }
  /** Landing on another truth of the same clauses stays the rare exception. */
  function expectFew(kind: string): void {
    const { alsoTrue, tried } = counts[kind] ?? { alsoTrue: 1, tried: 1 };
    expect(alsoTrue / tried).toBeLessThan(real ? 0.02 : 0.5);
  }
  const truths = new Map<string, Set<string>>();
  function trueOf(card: Card): Set<string> {
    const ready = truths.get(card.id) ?? new Set(claims(clausesOf(card)));
    truths.set(card.id, ready);
    return ready;
  }

  test('another digit', () => {
    expect(tryAll('digit', ({ text }) => mutants.otherDigits(text, units))).toEqual([]);
    expect(counts.digit?.tried).toBeGreaterThan(many);
    expectFew('digit');
  });
  test('another unit', () => {
    expect(tryAll('unit', ({ text }) => mutants.otherUnits(text, units))).toEqual([]);
    expect(counts.unit?.tried).toBeGreaterThan(many);
    expectFew('unit');
  });
  test('another limit', () => {
    expect(tryAll('limit', ({ text }) => mutants.otherLimits(text, units))).toEqual([]);
    expect(counts.limit?.tried).toBeGreaterThan(many);
    expectFew('limit');
  });
  test('the figure of another rule of the same clauses: most are seen to stand beside the wrong words', () => {
    expect(
      tryAll('neighbour', ({ card, text }) => mutants.neighboursFigures(text, clausesOf(card), units)),
    ).toEqual([]);
    if (real) expect((counts.neighbour?.caught ?? 0) / (counts.neighbour?.tried ?? 1)).toBeGreaterThan(0.75);
  });
  test('another number written in words', () => {
    expect(tryAll('in words', ({ text }) => mutants.inWords(text, units, 1))).toEqual([]);
    expect(counts['in words']?.tried).toBeGreaterThan(many / 2);
  });
  test('the right number written in words is no mistake', () => {
    const doubted = all.flatMap((place) =>
      mutants.inWords(place.text, units, 0).filter((text) => caught(place.put(text))),
    );
    expect(doubted).toEqual([]);
  });
  test('another day, month or year', () => {
    // A card that rests on nothing claims nothing by a year ("chính sách 2026–2030").
    const dated = ({ card, text }: Place): string[] => (card.known === false ? [] : mutants.otherDates(text));
    expect(tryAll('date', dated)).toEqual([]);
    expectFew('date');
  });
  test('another number of a text, article or clause', () => {
    expect(tryAll('name', ({ text }) => mutants.otherNames(text))).toEqual([]);
    expectFew('name');
  });
});
