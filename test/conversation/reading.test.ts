// What single messages are read as: binding choices, names, lines of the form, codes, counts, texts, the other form, signs of danger.
import { describe, expect, test } from 'vitest';
import { urgentIn } from '../../src/conversation/distress/urgent.ts';
import { eraseWord } from '../../src/conversation/flows/my-data/erase-word.ts';
import { consentWord } from '../../src/conversation/flows/register/answer/consent.ts';
import { asksBack } from '../../src/conversation/flows/register/read/asks-back.ts';
import { kindOf } from '../../src/conversation/flows/register/read/kinds.ts';
import { nameIn } from '../../src/conversation/flows/register/read/name.ts';
import { lineNamed, saysSend } from '../../src/conversation/flows/register/read/typed.ts';
import { wishIn } from '../../src/conversation/flows/register/read/wishes.ts';
import { chosenAmong } from '../../src/conversation/understand/choice.ts';
import { exactCommand } from '../../src/conversation/understand/commands.ts';
import { isAmountAgain } from '../../src/conversation/understand/follow-up/amount-again.ts';
import { cardOfOtherForm } from '../../src/conversation/understand/follow-up/other-form.ts';
import { namedIn } from '../../src/conversation/understand/named.ts';
import { writtenOut } from '../../src/conversation/understand/phrasing/shorthand.ts';
import { countAnswered } from '../../src/conversation/understand/told/count.ts';
import { tellsOf } from '../../src/conversation/understand/told/index.ts';
import { peopleTold } from '../../src/conversation/understand/told/people.ts';
import { unknownText } from '../../src/conversation/understand/unknown-text.ts';
import { wishesToForm } from '../../src/conversation/understand/wish.ts';
import type { World } from '../../src/conversation/world.ts';
import { fold } from '../../src/language/fold.ts';
import { marksAgree } from '../../src/language/marks-agree.ts';
import { codeIn } from '../../src/leads/code.ts';
import { knowledge } from '../support/knowledge.ts';

describe('what binds a person is taken in its own words only', () => {
  const offered = [
    { id: 'consent:yes', label: 'Đồng ý' },
    { id: 'consent:no', label: 'Không đồng ý' },
    { id: 'register:send', label: 'Gửi đi' },
    { id: 'data:erase', label: 'Xóa hết' },
  ];
  test.each(['dừng', 'dung', 'đừng', 'đúng', 'đóng', 'đông', 'gọi đi', 'hoa hết'])(
    '%s is none of them',
    (text) => {
      expect(chosenAmong(text, offered, true)).toBeUndefined();
    },
  );
  test.each(['đúng', 'Dũng', 'Dựng', 'đứng'])('%s is no “Dừng”', (text) => {
    expect(chosenAmong(text, [{ id: 'do:stop', label: 'Dừng' }], true)).toBeUndefined();
  });
  test.each(['dừng', 'Dừng', 'dung'])('%s may be “Dừng”', (text) => {
    expect(chosenAmong(text, [{ id: 'do:stop', label: 'Dừng' }], true)?.id).toBe('do:stop');
  });
  test.each([
    ['đồng ý', 'consent:yes'],
    ['dong y', 'consent:yes'],
    ['gửi đi', 'register:send'],
  ])('%s is %s', (text, id) => {
    expect(chosenAmong(text, offered, true)?.id).toBe(id);
  });
});

test.each([
  ['xong chưa', true],
  ['mấy giờ gọi', true],
  ['gọi có mất tiền ko', true],
  ['sau 5 giờ ạ', false],
  ['lúc nào cũng được', false],
  ['không gọi buổi sáng', false],
  ['khi nào rảnh thì gọi', false],
  ['tối được không em', false],
  ['chưa biết', false],
])('asked for a time, “%s” asks back: %s', (text, asks) => {
  expect(asksBack(text)).toBe(asks);
});

test.each([
  ['gọi điện thoại cho em', 'gọi điện thoại cho em'],
  ['goi dien thoai', 'goi dien thoai'],
  ['đăng ký gòi', 'đăng ký rồi'],
  ['máy hỏng', 'máy hỏng'],
  ['được hông', 'được không'],
  ['đký, đc ko', 'đăng ký, được không'],
])('“%s” is written out “%s”', (text, long) => {
  expect(writtenOut(knowledge, text)).toBe(long);
});

test.each([
  ['em đăng ký tổ trồng dâu ở xóm dưới 4 nhà', true],
  ['em dang ky to trong dau o xom duoi 4 nha', true],
  ['em đăng ký tổ trồng chè ở đâu', false],
  ['dang ky to trong che o dau', false],
  ['dang ky lap nhom to hop tac nuoi ga o xa Minh Bao, co 6 ho', true],
  ['cho em đký tht nuôi ong ở tuy lộc, tên Hà, sđt 0988111222', true],
  ['tôi xin đk lập htx trồng quế ở Giới Phiên, 7 người, tên là Vàng A Dơ', true],
  ['ok vậy lập tht', true],
  ['minh vs 5 nha hang xom lap to trong dau o Au Lau', true],
  ['vậy giờ đki tổ trước rồi lên htx sau à', false],
  ['the dang ky lap to truoc a', false],
  ['em muon dang ky lap to a', true],
  ['ừ thôi lập htx luôn nhé', true],
  ['the lap cai kia', true],
  ['thế lập cái kia thì sao', false],
  ['giấy chứng nhận đăng ký htx', false],
  ['mẫu đăng ký lập tổ hợp tác', false],
  ['muốn lập htx ở Tuy Lộc có 6 hộ được không', false],
  ['đăng kí', true],
  ['dang ki vao nhom di', true],
  ['thôi cứ đăng ký cho chị đi', true],
  ['đấy là htx, tôi hỏi tổ. mà thôi cho tôi đki luôn', true],
  ['đăng ký với bot luôn để cán bộ gọi lại', true],
  ['ghi hộ bác cái phiếu đi', true],
  ['vậy đăng ký dùm tui nghen', true],
  ['y bac la dang ky nguyen vong tren may nay ho bac', true],
  ['đăng ký ở đây luôn được không', true],
  ['muốn làm chung với bà con nuôi ong thì ghi tên vào đâu', true],
  ['đăng ký tổ hợp tác ở đâu', false],
  ['đăng ký rồi có quyền gì', false],
  ['em đăng ký rồi', false],
  ['đăng ký luôn à', false],
  ['phải đăng ký luôn', false],
  ['thôi không đăng ký nữa', false],
  ['mấy người thì đủ, đăng ký luôn', false],
  ['muốn tham gia lớp nấm thì ghi tên ở đâu', false],
  ['ghi tên vào htx ở đâu', false],
  ['đăng ký nhãn hiệu cho chè', false],
  ['e nen dang ky tht hay htx cho de', false],
  ['tôi muốn lập htx mà chỉ có 3 nhà', false],
  ['Trình tự đăng ký htx sau khi xóa huyện giữ nguyên chứ', false],
  ['đăng ký lập tổ hợp tác đi chứ', true],
  ['con cháu định ghi tên bác vào htx', false],
  ['cho em ghi tên vào nhóm', true],
  ['tôi là người Dao, ko biet chu nhieu, muon lap to trong que', true],
])('“%s” wishes to form a group: %s', (text, wishes) => {
  expect(wishesToForm(text, knowledge)).toBe(wishes);
});

test.each([
  ['uh dk di', 'register'],
  ['vay dang ky giup tui', 'register'],
  ['ừ, vậy đăng ký đi', 'register'],
  ['mà thôi đk lại', 'register'],
  ['ghép tui với họ đi', 'register'],
  ['thôi gặp cán bộ', 'staff'],
  ['thế vay', undefined],
  ['đăng ký ở đâu', undefined],
])('“%s” asks for the deed %s', (text, command) => {
  expect(exactCommand(knowledge, text)).toBe(command);
});

test.each([
  ['có', 'yes'],
  ['Vâng ạ', 'yes'],
  ['ừ xóa đi', 'yes'],
  ['chac chan', 'yes'],
  ['đồng ý xóa nhé', 'yes'],
  ['không', 'no'],
  ['không, đừng xóa', 'no'],
  ['thôi ko xóa nữa em ạ', 'no'],
  ['đừng', 'no'],
  ['dừng', 'no'],
  ['cố', undefined],
  ['cò', undefined],
  ['vắng', undefined],
  ['dung', undefined],
  ['chắc không', undefined],
  ['có?', undefined],
  ['có mất gì đâu', undefined],
  ['xóa số điện thoại', undefined],
  ['vâng nhưng mà khoan', undefined],
  ['dung, xoa', 'yes'],
  ['đúng rồi, xóa hết đi em', 'yes'],
  ['u dung roi xoa di', 'yes'],
  ['thôi xóa đi', 'yes'],
  ['dung xoa', undefined],
  ['dung, dung xoa', undefined],
  ['đừng xóa, giữ lại', 'no'],
  ['có, không', undefined],
  ['đúng không', undefined],
])('asked whether to erase, “%s” is %s', (text, word) => {
  expect(eraseWord(text)).toBe(word);
});

test.each([
  ['tôi là Lan', 'Lan'],
  ['em tên là Nguyễn Thị Lan ạ', 'Nguyễn Thị Lan'],
  ['toi ten la lan', 'lan'],
  ['la van cau', 'la van cau'],
  ['Lò Thị Mây', 'Lò Thị Mây'],
  ['bao giờ thì gọi lại cho tôi', undefined],
  ['Hoa 123', undefined],
  ['em là Hoa, Lê Thị Hoa ạ', 'Lê Thị Hoa'],
  ['Em tên Thủy', 'Thủy'],
  ['ten Minh duoc khong', 'Minh'],
  ['cứ gọi tôi là Tư', 'Tư'],
  ['Minh a', 'Minh'],
  ['Lý A Sùng', 'Lý A Sùng'],
  ['Khổng Văn Được', 'Khổng Văn Được'],
  ['chị Hồng', 'chị Hồng'],
  ['hoang thi bay', 'hoang thi bay'],
  ['sao phai hoi ten that', undefined],
  ['so dien thoai de lam gi', undefined],
  ['em là nông dân', undefined],
  ['toi khong muon noi', undefined],
])('of “%s” the name is %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
});

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
  ['buổi tối, ban ngày bận', undefined],
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

test.each([
  ['vâng đồng ý', 'yes'],
  ['khong sao dong y', 'yes'],
  ['có', 'yes'],
  ['co a', 'yes'],
  ['dạ có', 'yes'],
  ['cô', undefined],
  ['cỏ', undefined],
  ['có gì', undefined],
  ['thôi đồng ý', 'yes'],
  ['đồng ý, tên tôi là Hoa', 'yes'],
  ['không đồng ý', 'no'],
  ['ừ đúng rồi', undefined],
  ['dung', undefined],
  ['đồng ý không?', undefined],
  ['đồng ý nhưng đừng lưu số', undefined],
  ['chưa đồng ý', undefined],
])('asked for consent, “%s” is %s', (text, word) => {
  expect(consentWord(text)).toBe(word);
});

test.each([
  ['nam sau nguoi', 6],
  ['bay', 7],
  ['hai muoi lam', 25],
  ['chắc tầm chục nhà', 10],
  ['ca xom khoang ba chuc ho', 30],
  ['mới có mình tôi', 1],
  ['bốn năm nhà gì đó', 5],
  ['hiện tại 5 đấy', 5],
  ['vài chục người', undefined],
  ['0987 65 43', undefined],
  ['Đỗ Thị Bốn', undefined],
  ['Chú Ba', undefined],
  ['3 ha', undefined],
  ['5 giờ chiều', undefined],
  ['Minh', undefined],
])('asked how many, “%s” is %s', (text, members) => {
  expect(countAnswered(text)?.members).toBe(members);
});

test.each([
  ['150', false],
  ['hai vợ chồng tôi với 3 nhà nữa', false],
  ['12 người', true],
])('the number in “%s” is sure: %s', (text, sure) => {
  expect(countAnswered(text)?.sure).toBe(sure);
});

test.each([
  ['0912 345 678', 'phone'],
  ['ừ đúng rồi', 'agrees'],
  ['Dũng', undefined],
  ['Lâm ạ', undefined],
  ['gửi luôn đi', 'sends'],
  ['Hoàng Thị Dung', 'name'],
  ['khoảng chục người', 'count'],
  ['hai muoi', 'number'],
  ['lúc nào cũng được', 'time'],
  ['sau 5h', 'time'],
  ['xã Minh Bảo', 'place'],
  ['trồng hồi', 'trade'],
  ['nuôi tằm', 'trade'],
  ['toi o Tuyen Quang', 'place'],
  ['dâu tây', undefined],
])('“%s” is of the kind: %s', (text, kind) => {
  expect(kindOf(text, { knowledge } as World)).toBe(kind);
});

test.each([
  ['trồng dâu', false],
  ['trong dau tay', false],
  ['cho thuê máy gặt', false],
  ['5 sào ao', false],
  ['nộp ở đâu', true],
  ['trồng cây gì thì được hỗ trợ', true],
])('where any trade may be told, “%s” asks: %s', (text, asks) => {
  expect(asksBack(text)).toBe(asks);
});

test.each([
  ['số người là 9', { step: 'members', value: '9' }],
  ['sửa tên thành Trần Thị Hoan', { step: 'name', value: 'Trần Thị Hoan' }],
  ['sửa số điện thoại', { step: 'phone' }],
  ['số người', { step: 'members' }],
  ['người ta bảo thế', undefined],
])('at the summary “%s” names %j', (text, line) => {
  expect(lineNamed(text)).toEqual(line);
});

test.each([
  ['đúng', true],
  ['dạ đúng ạ', true],
  ['ừ', true],
  ['gửi đi', true],
  ['đừng', false],
  ['dừng', false],
  ['đừng gửi', false],
  ['dung', false],
  ['dung gui', false],
  ['dung roi gui di', true],
  ['ok, đúng hết rồi', true],
  ['gửi được không?', false],
])('at the summary “%s” sends: %s', (text, sends) => {
  expect(saysSend(text)).toBe(sends);
});

test.each([
  ['hòa', 'hoà', true],
  ['dung', 'Dừng', true],
  ['đúng', 'Dừng', false],
  ['Dũng lai', 'dừng lại', false],
])('the marks of “%s” agree with “%s”: %s', (typed, spelt, agree) => {
  expect(marksAgree(typed, spelt)).toBe(agree);
});

test.each([
  ['mã HTX-9GSTR của tôi', { code: 'HTX-9GSTR', plain: true }],
  ['htx-trung', { code: 'HTX-TRUNG', plain: false }],
  ['lập htx-nông nghiệp', undefined],
  ['luật HTX-2023', undefined],
])('“%s” holds the code %j', (text, code) => {
  expect(codeIn(text)).toEqual(code);
});

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
  ['6 nguoi', {}, { members: 6, memberUnit: 'người' }],
])('“%s” behind %j is remembered as %j', (text, before, told) => {
  expect(tellsOf(text, knowledge, before)).toEqual(told);
});

test.each([
  ['nghị định 57 nói gì', 'nghị định 57'],
  ['thong tu 20 nam 2026', 'thong tu 20 nam 2026'],
  ['nghị quyết 06/2021', undefined],
  ['quyết định 3 người cùng làm', undefined],
  ['nghị định 295 là gì', undefined],
  ['Quyết định 167/QĐ-TTg ngày 03/02/2021', undefined],
  ['quyết định 1804/QĐ-TTg ngày 03/01/2023 nói gì', 'quyết định 1804/QĐ-TTg ngày 03/01/2023'],
  ['Quyết định 92/QĐ-TTg', 'Quyết định 92/QĐ-TTg'],
  ['quyết định 06/2021 cho gì', undefined],
])('in “%s” the text nobody here holds is %s', (text, unknown) => {
  expect(unknownText(knowledge, text)).toBe(unknown);
});

test.each([
  ['htx-ho-so', 'còn tổ hợp tác thì sao', 'tht-ho-so'],
  ['tht-bao-lau', 'thế htx thì sao', 'htx-bao-lau'],
  ['htx-ho-so', 'còn tổ hợp tác nộp ở đâu', undefined],
  ['htx-ho-so', 'còn gà thì sao', undefined],
])('behind %s, “%s” is %s', (last, text, id) => {
  const card = knowledge.cards.get(last);
  if (!card) throw new Error(last);
  expect(cardOfOtherForm(knowledge, card, namedIn(knowledge, text))?.id).toBe(id);
});

test.each([
  ['nd9-rung', 'được mấy tiền', true],
  ['nd98-ha-tang', 'tối đa bao nhiêu', true],
  ['nd9-lua', 'thế bao nhiêu một ha ạ', true],
  ['nd9-lua', 'mạ thì bao nhiêu', false],
  ['nd9-lua', 'được bao nhiêu ngày', false],
  ['htx-ho-so', 'được bao nhiêu', false],
])('behind %s, “%s” asks its amount again: %s', (last, text, again) => {
  const card = knowledge.cards.get(last);
  if (!card) throw new Error(last);
  expect(isAmountAgain(card, text)).toBe(again);
});

/** Without marks they may be something else. */
const onlyWithMarks = new Set(['từ từ đã để tôi hỏi nhà tôi']);
test.each([
  ['bố cháu say rượu hay đánh cháu chảy máu', true],
  ['từ từ đã để tôi hỏi nhà tôi', false],
  ['đánh giá sản phẩm OCOP', false],
  ['báo ai', false],
  ['con bê thì sao', false],
  ['khó quá', false],
  ['con gái tôi thì sao', false],
  ['tôi muốn chết', true],
  ['rắn cắn', true],
  ['xưởng miến đang cháy', true],
  ['cháy mất kho thóc rồi', true],
  ['bot ơi nhà em cháy rồi', true],
  ['kho của hợp tác xã bị cháy', true],
  ['lũ dâng ngang cửa sổ rồi', true],
  ['nước cứ lên, cả nhà leo lên gác', true],
  ['nhà ngập hết rồi làm sao bây giờ', true],
  ['lở đất đè hai nhà', true],
  ['mấy người kẹt bên trong', true],
  ['em mắc kẹt giữa suối', true],
  ['nhà tôi đổ sập rồi', true],
  ['tôi bị đánh', true],
  ['nó đánh tôi chảy máu', true],
  ['con rể đòi đánh tôi', true],
  ['mấy thằng cho vay kéo đến', true],
  ['chủ nợ đang đứng trước cửa', true],
  ['có người hỏi mượn bìa đỏ', true],
  ['ngân hàng báo em đứng tên vay 100 triệu', true],
  ['ép bà con ký giấy mua máy', true],
  ['em chết mất thôi', true],
  ['kho chè bị cháy có được bồi thường không', false],
  ['năm ngoái kho htx bị cháy', false],
  ['nếu xưởng cháy thì ai đền', false],
  ['chè bị cháy lá', false],
  ['lúa nhà em ngập hết', false],
  ['ruộng nhà tôi đang ngập', false],
  ['nhà tôi bị ngập 3 sào lúa', false],
  ['sạt lở lấp mất ao nhà em', false],
  ['lũ cuốn mất 3 con trâu', false],
  ['2 con bò bị nước cuốn', false],
  ['em bị kẹt tiền', false],
  ['htx bị đánh thuế', false],
  ['nhà tôi sập đợt bão trước', false],
  ['chủ nợ của htx là ai', false],
  ['ngân hàng bảo nộp sổ đỏ', false],
  ['tôi chết mất 5 con lợn', false],
  ['htx ép giá bà con', false],
  ['chạy xuống phường rồi', false],
  ['bao giờ có tiền hỗ trợ', false],
  ['bao lâu thì nhận được tiền', false],
  ['giám đốc dọa đuổi tôi ra', false],
])('“%s” is danger, with marks and without: %s', (text, danger) => {
  expect(urgentIn(knowledge, text) !== undefined).toBe(danger);
  if (!onlyWithMarks.has(text)) expect(urgentIn(knowledge, fold(text)) !== undefined).toBe(danger);
});
