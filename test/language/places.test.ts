// Names found in what is typed: whole words, the longest first, marks heeded where they were typed.
import { describe, expect, test } from 'vitest';
import { namesIn, namesOf } from '../../src/language/places.ts';

const names = namesOf(
  [
    { id: 'van-ban', names: ['Văn Bàn'], also_word: true },
    { id: 'minh-bao', names: ['Minh Bảo'] },
    { id: 'bao', names: ['Bảo'] },
    { id: 'cho', names: ['Chợ'] },
    { id: 'namesake', names: ['Minh Bảo'] },
    { id: 'kien-thanh', names: ['Kiên Thành'] },
  ],
  ['điều kiện', 'thành lập', 'thành viên'],
);

describe('names in what is typed', () => {
  test.each([
    ['em ở Minh Bảo', ['minh-bao', 'namesake']],
    ['e o minh bao', ['minh-bao', 'namesake']],
    ['mình báo phường rồi', []],
    ['Văn Bàn', ['van-ban']],
    ['nhà tôi ở van ban', ['van-ban']],
    ['huyen van ban', ['van-ban']],
    ['van ban', ['van-ban']],
    ['văn bản nào nói thế', []],
    ['tu choi phai co van ban ha', []],
    ['chợ Bảo', ['cho', 'bao']],
    ['cho tôi hỏi', []],
    ['dieu kien thanh lap la gi', []],
    ['dieu kien thanh vien', []],
    ['xa kien thanh lap to', ['kien-thanh']],
    ['kien thanh lap to', ['kien-thanh']],
    ['điều kiện ở Kiên Thành', ['kien-thanh']],
    ['ho hoi minh, bao nhieu cung duoc', ['bao']],
    ['no hoi minh. bao roi', ['bao']],
    ['', []],
  ])('%s', (text, ids) => {
    expect(namesIn(text, names).map((f) => f.id)).toEqual(ids);
  });

  test('says where each stands, in words', () => {
    expect(namesIn('nhà em ở Minh Bảo', names)[0]).toMatchObject({ at: 3, length: 2, name: 'Minh Bảo' });
  });
});
