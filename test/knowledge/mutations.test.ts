// Every figure of every published card, changed one at a time: by a digit, to another unit, to another limit. All must be caught.
import { afterAll, describe, expect, test } from 'vitest';
import { checkNumbers } from '../../src/knowledge/check/numbers.ts';
import { figuresIn, mentionsIn, unitsOf } from '../../src/knowledge/figures.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Card } from '../../src/knowledge/schema.ts';
import { packs } from '../support/packs.ts';

const day = '2026-11-23';
type Place = { card: Card; text: string; put: (text: string) => Card };

/** Every sentence of a card a person reads, with the card that has it changed. */
function placesOf(card: Card): Place[] {
  return [
    { card, text: card.title, put: (title) => ({ ...card, title }) },
    { card, text: card.answer, put: (answer) => ({ ...card, answer }) },
    ...card.details.map((text, i) => ({
      card,
      text,
      put: (t: string) => ({ ...card, details: card.details.with(i, t) }),
    })),
    ...(card.next ? [{ card, text: card.next, put: (next: string) => ({ ...card, next }) }] : []),
  ];
}
const changedDigit = (text: string): string =>
  text.replace(/\d(?=\D*$)/, (d) => String((Number(d) + 1) % 10));

describe.each(packs)('a wrong figure never passes in $name', ({ name, knowledge, published }) => {
  const units = unitsOf(knowledge.words.units);
  const all = published.flatMap(placesOf);
  /** How many figures there are to change at the least; the real pack is known to have hundreds. */
  const many = name === 'knowledge' ? 200 : 8;

  function caught(card: Card): boolean {
    const problems: string[] = [];
    const one: Knowledge = { ...knowledge, cards: new Map([[card.id, card as never]]) };
    checkNumbers(one, (_kind, _id, _path, message) => problems.push(message), day);
    return problems.length > 0;
  }
  /** What the clauses of a card allow: a change that lands on another true figure is no mistake. */
  const allowed = (card: Card): string =>
    [...card.cites, ...card.background].flatMap((id) => knowledge.provisions.get(id)?.words ?? []).join('\n');
  const key = (f: { value: number; unit: string; limit: string }): string =>
    `${f.value}|${f.unit}|${f.limit}`;

  const counts: Record<string, { tried: number; caught: number; alsoTrue: number }> = {};
  afterAll(() => console.log(`mutations caught in ${name}: ${JSON.stringify(counts)}`));

  function tryAll(name: string, mutantsOf: (place: Place) => string[]): string[] {
    const count = { tried: 0, caught: 0, alsoTrue: 0 };
    counts[name] = count;
    const missed: string[] = [];
    for (const place of all) {
      const truths = new Set(figuresIn(allowed(place.card), units).map(key));
      const before = figuresIn(place.text, units).map(key);
      for (const text of mutantsOf(place)) {
        const after = figuresIn(text, units).map(key);
        const fresh = after.filter((k, i) => k !== before[i]);
        if (fresh.length > 0 && fresh.every((k) => truths.has(k))) {
          count.alsoTrue++;
          continue;
        }
        count.tried++;
        if (caught(place.put(text))) count.caught++;
        else missed.push(`${place.card.id}: ${text}`);
      }
    }
    return missed;
  }

  test('another digit', () => {
    const missed = tryAll('digit', ({ text }) =>
      figuresIn(text, units)
        .filter((f) => /\d/.test(f.text))
        .map((f) => text.slice(0, f.start) + changedDigit(f.text) + text.slice(f.start + f.text.length)),
    );
    expect(missed).toEqual([]);
    expect(counts.digit?.tried).toBeGreaterThan(many);
  });

  test('another unit', () => {
    const swap: Record<string, string> = {
      'triệu đồng': 'tỷ đồng',
      'tỷ đồng': 'triệu đồng',
      'thành viên': 'ngày',
      người: 'ngày',
      ngày: 'tháng',
      tháng: 'năm',
      năm: 'tháng',
      '%': ' lần',
    };
    const missed = tryAll('unit', ({ text }) =>
      figuresIn(text, units).flatMap((f) => {
        const end = f.start + f.text.length;
        const rest = text.slice(end);
        const unit = Object.keys(swap).find((u) => rest.trimStart().toLowerCase().startsWith(u));
        if (!unit) return [];
        const at = end + rest.toLowerCase().indexOf(unit);
        return [`${text.slice(0, at)}${swap[unit]}${text.slice(at + unit.length)}`];
      }),
    );
    expect(missed).toEqual([]);
    expect(counts.unit?.tried).toBeGreaterThan(many / 2);
  });

  test('another limit', () => {
    const turned: Record<string, string> = {
      max: 'ít nhất ',
      min: 'tối đa ',
      none: 'tối đa ',
      over: 'dưới ',
      under: 'trên ',
      about: 'tối đa ',
    };
    const missed = tryAll('limit', ({ text }) =>
      figuresIn(text, units).map((f) => `${text.slice(0, f.start)}${turned[f.limit]}${text.slice(f.start)}`),
    );
    expect(missed).toEqual([]);
    expect(counts.limit?.tried).toBeGreaterThan(many);
  });

  test('another document number or date', () => {
    const missed = tryAll('mention', ({ text }) =>
      mentionsIn(text)
        .filter((m) => m.kind === 'document')
        .map(
          (m) =>
            text.slice(0, m.start) +
            m.text.replace(/\d+/, (n) => String(Number(n) + 7000)) +
            text.slice(m.end),
        ),
    );
    expect(missed).toEqual([]);
  });
});
