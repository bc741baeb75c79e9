// To erase, to go on later, to refuse: as it is said at any step of the form, and what only sounds like it.
import { expect, test } from 'vitest';
import { wishIn } from '../../../../../src/conversation/flows/register/read/wishes.ts';

test.each([
  ['xóa số của tôi đi', 'erase'],
  ['thoi em so lam, xoa het giup em', 'erase'],
  ['rút lại, hủy phiếu của em đi', 'erase'],
  ['đừng xóa', undefined],
  ['xóa nợ cho dân', undefined],
  ['Nguyễn Thị Xoa', undefined],
  ['thoi de toi nghi da', 'later'],
  ['thôi tôi bận, mai làm tiếp', 'later'],
  ['để hôm khác nhé', 'later'],
  ['để tuần sau hỏi mẹ đã', 'later'],
  ['de cuoi tuan ban voi vo da', 'later'],
  ['thôi mất công quá để mai', 'later'],
  ['bận lắm thôi để lúc khác làm tiếp nhé', 'later'],
  ['buổi tối, ban ngày bận', undefined],
  ['đông quá để mai gọi', undefined],
  ['bán hàng', undefined],
  ['không', 'refuse'],
  ['em sợ lắm không cho đâu', 'refuse'],
  ['đừng ghi tên em', 'refuse'],
  ['không sao, đồng ý', undefined],
  ['không chín tám bảy', undefined],
  ['không, 15', undefined],
  ['không gọi buổi sáng', undefined],
  ['chị Hồng', undefined],
])('in the form “%s” wishes: %s', (text, wish) => {
  expect(wishIn(text)).toBe(wish);
});
