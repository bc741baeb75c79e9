// English in the domain, and Vietnamese typed without marks that looks like it.
import { describe, expect, test } from 'vitest';
import { isEnglish } from '../../src/language/english.ts';

describe('English is told from Vietnamese without marks', () => {
  test.each([
    ['how many members do I need to start a cooperative?', true],
    ["what's the weather in Hanoi", true],
    ['thu tuc dang ky htx nong nghiep', false],
    ['do the nao de lap htx', false],
    ['the khac the nao', false],
    ['HTX la gi', false],
  ])('%s', (text, english) => {
    expect(isEnglish(text)).toBe(english);
  });
});
