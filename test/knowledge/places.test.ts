// Mergers of wards by the calendar: before the day, on it and after it, one merger after another.
import { describe, expect, test } from 'vitest';
import { unitOn, wardsOn } from '../../src/knowledge/places.ts';
import type { Place } from '../../src/knowledge/schema/place.ts';
import { invented, real } from '../support/packs.ts';

const place = (id: string, more: Partial<Place> = {}): [string, Place] => [
  id,
  { id, name: id, kind: 'xa', aliases: [], namesakes: [], cites: [], ...more },
];
const places = new Map([
  place('a', { now: 'b', since: '2025-07-01' }),
  place('b', { now: 'c', since: '2027-01-01' }),
  place('c'),
  place('huyen', { kind: 'huyen' }),
  place('xa-xoi', { served: false }),
  place('x', { now: 'y', served: false }),
  place('y', { now: 'x', served: false }),
]);
const unit = (id: string, day: string) => unitOn({ places }, places.get(id) as Place, day).id;

describe('the unit a place belongs to', () => {
  test.each([
    ['a', '2025-06-30', 'a'],
    ['a', '2025-07-01', 'b'],
    ['a', '2026-12-31', 'b'],
    ['a', '2027-01-01', 'c'],
    ['b', '2026-12-31', 'b'],
    ['b', '2027-01-02', 'c'],
    ['c', '2030-01-01', 'c'],
  ])('%s on %s is %s', (id, day, expected) => expect(unit(id, day)).toBe(expected));

  test('two places that name each other end all the same', () => {
    expect(['x', 'y']).toContain(unit('x', '2026-01-01'));
  });
});

test('the wards served are those that stand on their own that day', () => {
  const ids = (day: string) => wardsOn({ places }, day).map((p) => p.id);
  expect(ids('2026-12-31')).toEqual(['b', 'c']);
  expect(ids('2027-01-01')).toEqual(['c']);
});

test('the wards of each pack', () => {
  expect(wardsOn(real.knowledge, '2026-11-23').map((p) => p.name)).toEqual([
    'phường Yên Bái',
    'phường Nam Cường',
    'phường Văn Phú',
    'phường Âu Lâu',
  ]);
  expect(wardsOn(invented.knowledge, '2026-11-23')).toHaveLength(2);
});
