// Who takes back a form that was sent, and who only puts a line of it right or tells of others.
import { expect, test } from 'vitest';
import { withdraws } from '../../../../src/conversation/flows/register/end/withdraws.ts';

test.each([
  ['thôi em không làm nữa', true],
  ['gio vo chong chung toi ko muon tham gia nua', true],
  ['xóa phiếu giúp tôi', true],
  ['rut ten giup em', true],
  ['tôi hông đồng ý cho gọi nữa', true],
  ['thu hồi đồng ý', true],
  ['ông ấy không đồng ý cho vay nữa', false],
  ['ma phieu HTX-12345 xoa giup toi, nha toi khong cho lam', true],
  ['phiếu ấy hủy đi cho chị', true],
  ['phiếu của tôi xóa chưa', false],
  ['sai số người, giờ còn 3, ông bạn công chức không làm nữa', false],
  ['hai nha kia khong tham gia nua, con 4 nha', false],
  ['tôi muốn ra khỏi hợp tác xã, không làm nữa', false],
])('%s', (text, takesBack) => expect(withdraws(text)).toBe(takesBack));
