// How many of how many agree, as people tell it, and what tells no such thing.
import { describe, expect, test } from 'vitest';
import { votesIn } from '../../../src/conversation/understand/votes.ts';

describe('of how many', () => {
  test.each([
    ['tổ 14 nhà thì mấy nhà giơ tay mới được', { all: 14 }],
    ['muoi hai nguoi thi may nguoi gat dau', { all: 12 }],
    ['quá nửa của 8 là 4 hay 5 người', { all: 8 }],
    ['có 2 nhà xin vào, tổ 9 nhà phải mấy nhà ưng', { all: 9 }],
    ['nhà nó 7 người, tổ 12 hộ thì mấy hộ gật mới được', { all: 12 }],
    ['7/13 có hơn 50% không', { all: 13, yes: 7 }],
    ['7 trên 13 nhà gật rồi, đủ chưa', { all: 13, yes: 7 }],
    ['tổ em mười ba người, sáu người ưng là được chưa', { all: 13, yes: 6 }],
    ['15 nhà, 3 nhà vắng, 8 nhà đồng ý thì đủ chưa', { all: 15, yes: 8 }],
    ['to 6 nha, 3 nha dong y 3 nha khong, the da duoc chua', { all: 6, yes: 3 }],
  ])('%s', (text, votes) => expect(votesIn(text)).toMatchObject(votes));

  test('with how many they were told to be', () => {
    const told = { members: 9, memberUnit: 'hộ' };
    expect(votesIn('5 nhà đồng ý đủ chưa', told)).toMatchObject({ all: 9, yes: 5 });
    expect(votesIn('quá nửa là mấy người', told)).toMatchObject({ all: 9 });
    expect(votesIn('11 nhà đồng ý đủ chưa', told)).toBeUndefined();
    expect(votesIn('5 nhà đồng ý đủ chưa')).toBeUndefined();
  });

  test.each([
    '6 nhà đồng ý rồi thì làm giấy gì',
    'ngày 6/11 họp thì có được không',
    '2/3 đồng ý đủ chưa',
    'hai phần ba của 9 nhà là mấy',
    'nhà tôi có 3 con bò, 6 nhà đồng ý',
    'tổ 9 nhà, xã bên 12 nhà, 5 nhà đồng ý thì được chưa',
    'tổ 9 nhà thì được vay bao nhiêu',
    '3 nhà phản đối thì có được không',
    'quyết định 98 thì mấy nhà đồng ý',
    'nhà nó 7 người, xóm 12 hộ, mấy hộ gật',
    'mấy người đồng ý mới phạt được một người',
  ])('nothing for: %s', (text) => expect(votesIn(text)).toBeUndefined());
});
