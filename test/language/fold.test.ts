// Letters that are looked up come out as by the thorough way, beside whatever other letter.
import { expect, test } from 'vitest';
import { clean, fold } from '../../src/language/fold.ts';

const invisible =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u034f|[\ufe00-\ufe0f]/g;
const cleaned = (text: string): string =>
  text.toWellFormed().normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();
const folded = (text: string): string =>
  cleaned(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').normalize('NFC');

test('each letter by itself, between others, before a mark and at either end', () => {
  const different: string[] = [];
  for (let code = 0; code < 0x2200; code++) {
    const letter = String.fromCharCode(code);
    for (const text of [letter, `Đ${letter}ạ ${letter}`, `${letter}\u0301`, ` a  ${letter}`])
      if (clean(text) !== cleaned(text) || fold(text) !== folded(text)) different.push(JSON.stringify(text));
  }
  expect(different).toEqual([]);
});
