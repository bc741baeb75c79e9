// The small networks that weigh signs: what they compute, that they know the signs there are, and that they learn what no sum of signs can tell.
import { expect, test } from 'vitest';
import { learnNetwork } from '../../../bench/learn-network.ts';
import followUps from '../../../src/conversation/understand/follow-up/learned-follow-ups.json' with {
  type: 'json',
};
import { followUpSigns } from '../../../src/conversation/understand/follow-up/worth.ts';
import { fitOf, inputsOf, type Learned, weigherOf } from '../../../src/conversation/understand/network.ts';
import { cutSigns } from '../../../src/conversation/understand/two-questions/cuts.ts';
import cuts from '../../../src/conversation/understand/two-questions/learned-cuts.json' with { type: 'json' };

const file: Learned = {
  learned: '',
  signs: ['one', 'two'],
  network: { direct: [1, 10], units: [[1], [0]], start: [0], out: [2] },
};

test('a fit is what each sign counts, and what the units make of them together', () => {
  const fit = fitOf(file.network, { places: [0, 1], values: [0.5, 1] });
  expect(fit).toBeCloseTo(0.5 + 10 + 2 * Math.tanh(0.5));
});

test('signs are weighed by name, whatever their order is now; one not learned yet is worth nothing', () => {
  const names = ['new', 'two', 'one'] as const;
  const weigh = weigherOf(file, names);
  expect(weigh(inputsOf({ two: 1 }, names))).toBeCloseTo(10);
  expect(weigh(inputsOf({ new: 5, two: 1 }, names))).toBeCloseTo(10);
});

test.each([
  ['follow-ups', followUps.signs, followUpSigns],
  ['cuts', cuts.signs, [...cutSigns]],
])('the signs of %s are those that were learned; else run npm run eval:learn', (_, learned, now) => {
  expect(learned).toEqual(now);
});

test('two signs that speak for a reading only one without the other can be learned', () => {
  const rows = [[0], [1], [0, 1]].map((places) => ({ places, values: places.map(() => 1) }));
  const nothing = { places: [2], values: [1] };
  const either = rows.slice(0, 2).map((row) => ({ rows: [row, nothing], good: [true, false], group: '' }));
  const both = { rows: [rows[2] ?? nothing, nothing], good: [false, true], group: '' };
  const network = learnNetwork([...either, both, ...either, both, ...either, both], 3, 400);
  const over = (row: (typeof rows)[number]): number => fitOf(network, row) - fitOf(network, nothing);
  expect(rows.map((row) => over(row) > 0)).toEqual([true, true, false]);
});
