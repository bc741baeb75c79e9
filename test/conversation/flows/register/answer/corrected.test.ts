// An answer that takes itself back: what is meant, step by step, and what only looks like it.
import { describe, expect, test } from 'vitest';
import { withoutTakenBack } from '../../../../../src/conversation/flows/register/answer/corrected.ts';
import { saysWrong } from '../../../../../src/conversation/flows/register/read/typed.ts';
import type { World } from '../../../../../src/conversation/world.ts';
import { withEnding } from '../../../../../src/language/phones.ts';
import { knowledge } from '../../../../support/knowledge.ts';

const world = { knowledge, today: '2026-11-23' } as World;

test.each([
  ['product', 'dê, à không… bò', 'bò'],
  ['product', 'nuoi de, a khong nuoi bo', 'nuoi bo'],
  ['product', 'không phải dê mà là bò', 'bò'],
  ['product', 'trồng quế nhầm trồng hồi', 'trồng hồi'],
  ['members', 'có 5 ng à 6 tính cả em', '6 tính cả em'],
  ['members', '5 nguoi a 6', '6'],
  ['members', 'chắc 4, mà nhà thứ 4 vợ nó chưa chịu, thôi ghi 3', '3'],
  ['members', '6 à 7 người', '7 người'],
  ['members', '6 chứ không phải 5', '6'],
  ['phone', '0976543210 à nhầm 0976543211', '0976543211'],
  ['place', 'âu lâu à nhầm văn phú', 'văn phú'],
  ['name', 'Bình à nhầm Bùi Văn Bình', 'Bùi Văn Bình'],
  ['name', 'Tuân à Tuấn', 'Tuấn'],
  ['name', 'thôi để sau tính', 'thôi để sau tính'],
  ['time', 'tên tôi không phải Tuân', 'tên tôi không phải Tuân'],
  ['form', 'hợp tác xã à không tổ hợp tác', 'tổ hợp tác'],
  ['time', 'sáng à không, tối', 'tối'],
  ['summary', '6 người à nhầm 7 người', '7 người'],
] as const)('%s: “%s” means “%s”', (step, said, meant) => {
  expect(withoutTakenBack(said, step, world)).toBe(meant);
});

test.each([
  ['name', 'Giàng A Páo'],
  ['name', 'Cứ A Dìa'],
  ['name', 'Lâm À'],
  ['name', 'Hoàng Thị Nhâm'],
  ['name', 'Nguyen Thi Nham'],
  ['name', 'Bình à em'],
  ['product', 'trồng chè à'],
  ['product', 'nhãn lồng'],
  ['members', '7-8 người'],
  ['members', '7 người à 2 nhà nữa'],
  ['members', '5 người à, có được không'],
  ['consent', 'không đồng ý à nhầm đồng ý'],
  ['consent', 'đồng ý à mà thôi'],
  ['time', '7h tối à 8h'],
] as const)('%s: “%s” stays as it is', (step, said) => {
  expect(withoutTakenBack(said, step, world)).toBe(said);
});

describe('a number with its ending put right', () => {
  test.each([
    ['số sai rồi, đuôi 211', '+84976543211'],
    ['duoi 211 moi dung', '+84976543211'],
    ['3 số cuối là 211', '+84976543211'],
    ['dưới 20 người', undefined],
    ['duoi 20 nguoi', undefined],
    ['cuối tuần 20h', undefined],
  ])('%s: %s', (said, phone) => expect(withEnding('+84976543210', said)).toBe(phone));
});

test.each([
  ['ghi sai', true],
  ['sai rồi', true],
  ['sai roi em', true],
  ['chưa đúng', true],
  ['sai số rồi', false],
  ['sai rồi, 6 người', false],
  ['không phải đóng tiền', false],
])('“%s” says that something is wrong, not what: %s', (said, wrong) => expect(saysWrong(said)).toBe(wrong));
