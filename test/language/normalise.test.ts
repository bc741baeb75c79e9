// What people type and the syllables it stands for: shorthand, Telex and VNI, joined words, slips; what is right already stays as it is.
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/knowledge/search.ts';
import { normaliserOf } from '../../src/language/normalise/normaliser.ts';
import { knowledge } from '../support/knowledge.ts';

const cards = [...knowledge.cards.values()];
const normaliser = normaliserOf(
  languageOf(knowledge),
  cards.flatMap((c) => [c.title, ...c.asks, c.answer, ...c.details]),
);

describe('a message becomes the syllables it stands for', () => {
  test.each([
    ['joined', 'hoptacxa can may nguoi', 'hop tac xa can may nguoi'],
    ['joined with shorthand', 'laphtx can baonhieu nguoi', 'lap hop tac xa can bao nhieu nguoi'],
    ['Telex', 'hopj tacs xax caanf maays nguowif', 'hop tac xa can may nguoi'],
    ['VNI', 'ho7p5 ta1c xa4 la2 gi2', 'hop tac xa la gi'],
    ['slips', 'le pji dang ky hop tca xa', 'le phi dang ky hop tac xa'],
    ['shorthand', 'bn tv thi lap dc tht', 'bao nhieu thanh vien thi lap duoc to hop tac'],
    ['shorthand with a number', 'nq06 con hieu luc k', 'nghi quyet 6 con hieu luc khong'],
    ['stretched', 'hợp tác xãaaaa là gìiii', 'hop tac xa la gi'],
    ['money', 'hỗ trợ 20tr', 'ho tro 20 trieu'],
    ['land, by its mark', 'vườn rộng năm sào', 'vuon rong nam saodat'],
    ['land, by what grows', 'nha toi trong 5 sao rau', 'nha toi trong 5 saodat rau'],
    ['stars', 'chè đạt 5 sao', 'che dat 5 sao'],
    ['stars, unmarked', 'che 5 sao co duoc thuong', 'che 5 sao co duoc thuong'],
    ['stars of goods', 'dat 4 sao san pham nao', 'dat 4 sao san pham nao'],
    ['fillers', 'ad ơi cho hỏi lập hợp tác xã', 'lap hop tac xa'],
  ])('%s: %s', (_kind, typed, meant) => {
    expect(normaliser.tokens(typed).join(' ')).toBe(meant);
  });

  test.each([
    'nguyen van tuan o xom minh bao',
    'muon vay tien ngan hang chinh sach',
    'con trau chet ret',
    'abcdxyz',
  ])('%s stays', (right) => {
    expect(normaliser.tokens(right).join(' ')).toBe(right);
  });

  test('a long row of letters ends in bounded time', () => {
    expect(normaliser.tokens('abcdefgh'.repeat(500)).length).toBeLessThanOrEqual(400);
    expect(normaliser.tokens('xyzhoptacxa'.repeat(3)).length).toBeGreaterThan(0);
  });
});

test('the cards themselves are read as they stand: nearly every phrasing with its marks typed in full is unchanged', () => {
  const asks = cards.flatMap((c) => c.asks);
  const changed = asks.filter((ask) => {
    const plain = normaliser.plain(ask);
    const read = new Set(normaliser.tokens(ask));
    return plain.filter((w) => w.length > 3 && !read.has(w)).length > 0;
  });
  expect(changed.length / asks.length).toBeLessThan(0.02);
});
