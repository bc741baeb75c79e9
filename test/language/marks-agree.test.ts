// Tone marks that were typed must agree with the word; where none were, any do.
import { expect, test } from 'vitest';
import { marksAgree } from '../../src/language/marks-agree.ts';

test.each([
  ['hòa', 'hoà', true],
  ['dung', 'Dừng', true],
  ['đúng', 'Dừng', false],
  ['Dũng lai', 'dừng lại', false],
])('the marks of “%s” agree with “%s”: %s', (typed, spelt, agree) => {
  expect(marksAgree(typed, spelt)).toBe(agree);
});
