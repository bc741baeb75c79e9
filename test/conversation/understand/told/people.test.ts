// How many join, as people tell it of themselves; what counts other people, animals or money is none of it.
import { expect, test } from 'vitest';
import { peopleTold } from '../../../../src/conversation/understand/told/people.ts';

test.each([
  ['nhà em có 4 hộ trồng chè', { members: 4, memberUnit: 'hộ' }],
  ['người ta bảo phải 7 nhà, chúng tôi có 4 nhà', { members: 4, memberUnit: 'hộ' }],
  ['htx người ta 20 người, tụi tôi có 3 người', { members: 3, memberUnit: 'người' }],
  ['4 người nhà tôi với 1 người làm thuê', undefined],
  ['ba người con tôi với hai vợ chồng tôi', undefined],
  ['ngoài tôi ra còn 4 người nữa', { members: 5, memberUnit: 'người' }],
  ['tôi cùng 4 người bạn', { members: 5, memberUnit: 'người' }],
  ['nhà tôi và bốn hộ bên cạnh', { members: 5, memberUnit: 'hộ' }],
  ['rủ được bốn nhà hàng xóm nữa', { members: 5, memberUnit: 'hộ' }],
  ['4 hộ với nhà tôi là 5, đủ chưa', { members: 5, memberUnit: 'hộ' }],
  ['4 hộ được hỗ trợ là 5 triệu', { members: 4, memberUnit: 'hộ' }],
  ['vợ chồng tôi và 3 hộ hàng xóm', undefined],
  ['nhóm em gồm 3 công ty và 2 hộ', undefined],
  ['cho 1 thành viên vay', undefined],
  ['htx của em lập từ 2015 có 7 người giờ còn 4', { members: 4, memberUnit: 'người' }],
  ['tổ em 9 hộ, nay chỉ còn 5 hộ thôi', { members: 5, memberUnit: 'hộ' }],
  ['nhóm em có 6 người, giờ còn 4 triệu', { members: 6, memberUnit: 'người' }],
  ['chưa đủ 7 người thì sao', undefined],
  ['nhóm em có 6 người, giờ còn thiếu 2', { members: 6, memberUnit: 'người' }],
  ['năm ngoái bão số 3 nhà tôi hỏng cả', undefined],
  ['bão số 10, nhà em bay mái', undefined],
  ['nghị định 113 hỗ trợ 3 tỷ cho nhà tôi à', undefined],
  ['theo nghi dinh 98 nha em co duoc khong', undefined],
  ['sat lo vui mat 2 nha', undefined],
  ['lũ cuốn trôi 3 nhà trong xóm tôi', undefined],
  ['xóm em 4 nhà bị sập, 2 người chết', undefined],
  ['tôi thuê 5 người hái chè', undefined],
  ['nhà tôi có 2 nhà lưới', undefined],
  ['nha em duoc 20 ho tro khong', undefined],
  ['bọn em có 6 nhà', { members: 6, memberUnit: 'hộ' }],
  ['tổ 4 nhà bị ép giá', { members: 4, memberUnit: 'hộ' }],
  ['em có 5 hộ rồi, được hỗ trợ gì không', { members: 5, memberUnit: 'hộ' }],
])('“%s” tells %j', (text, people) => {
  expect(peopleTold(text)).toEqual(people);
});
