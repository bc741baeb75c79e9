// What is remembered of a person from what a message tells in passing.
import { expect, test } from 'vitest';
import { tellsOf } from '../../../../src/conversation/understand/told/index.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  ['nhà em ở Giới Phiên trồng dâu', {}, { place: 'gioi-phien', product: 'tam-to' }],
  ['em ở Văn Chấn, không phải Yên Bái', {}, { place: 'van-chan' }],
  ['nhà tôi xã Minh Quân, huyện Trấn Yên', {}, { place: 'minh-quan' }],
  ['thế ở xã Tuy Lộc thì sao', { place: 'tran-yen' }, { place: 'tuy-loc' }],
  ['phường Văn Phú gồm những đâu', { place: 'tuy-loc' }, { place: 'tuy-loc' }],
  ['nhà em ở Lào Cai', {}, {}],
  ['toi muon mua may say', {}, {}],
  ['tôi làm sản phẩm sạch', {}, {}],
  ['em xin số cán bộ để gọi', {}, {}],
  ['nuôi gà đồi', {}, { product: 'ga-vit' }],
  ['luong toi thieu cua toi trong nam 2025', {}, {}],
  ['trước em làm công nhân ở Thái Nguyên, giờ về muốn nuôi gà', {}, { product: 'ga-vit' }],
  ['em o Tuyen Quang ve, muon trong che', {}, { product: 'che' }],
  ['mình muốn dự hội chợ Hà Nội', {}, {}],
  ['tôi gửi chè xuống Hà Nội bán', {}, {}],
  ['em o Phu Tho trong che', {}, { place: 'phu-tho', product: 'che' }],
  ['nha toi o Tran Yen', {}, { place: 'tran-yen' }],
  ['em ở thôn 3 Kiên Thành', {}, { place: 'kien-thanh' }],
  ['sao lại ra xã Kiên Thành, tôi hỏi giấy tờ', {}, {}],
  ['bọn em hỏi điều kiện thành lập', {}, {}],
  ['bon em hoi dieu kien thanh vien', {}, {}],
  ['bon em doi hop. minh ky duoc khong', {}, {}],
  ['nha em hop minh', {}, { place: 'hop-minh' }],
  ['nhà em ở Nam Cường có 2 sào vườn bưởi', {}, { place: 'phuong-nam-cuong', product: 'cay-an-qua' }],
  ['em o Nam Cuong', { place: 'tuy-loc' }, { place: 'phuong-nam-cuong' }],
  ['em ở Nam Cường bên thành phố Lào Cai', {}, {}],
  ['em ở Tân Thịnh', {}, {}],
  ['mấy người ở Hà Nội muốn góp vốn với nhà em', {}, {}],
  ['bọn em ở ngay Minh Bảo, Hà Nội là đứa bạn', {}, { place: 'minh-bao' }],
  ['nha em khong co vuon che', {}, {}],
  ['doi ga nha toi dau het', {}, {}],
  ['6 nguoi', {}, { members: 6, memberUnit: 'người' }],
])('“%s” behind %j is remembered as %j', (text, before, told) => {
  expect(tellsOf(text, knowledge, before)).toEqual(told);
});
