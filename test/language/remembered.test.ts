// What is remembered is what would be made again, and there is never too much of it.
import { expect, test } from 'vitest';
import { remembered } from '../../src/language/remembered.ts';

test('a text is made once, again after many others, and a long one every time', () => {
  const made: string[] = [];
  const shout = remembered(
    (text) => {
      made.push(text);
      return text.toUpperCase();
    },
    { letters: 5, texts: 4 },
  );
  expect([shout('một'), shout('một'), shout('quá dài'), shout('quá dài')]).toEqual([
    'MỘT',
    'MỘT',
    'QUÁ DÀI',
    'QUÁ DÀI',
  ]);
  expect(made).toEqual(['một', 'quá dài', 'quá dài']);
  for (let i = 0; i < 9; i++) expect(shout(`n${i}`)).toBe(`N${i}`);
  expect(shout('một')).toBe('MỘT');
  expect(made.filter((t) => t === 'một')).toHaveLength(2);
});
