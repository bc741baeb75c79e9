// What is said in the form to send, to drop, to count or to put right does just that, and is written down nowhere else.
import { describe, expect, test } from 'vitest';
import { formAfter, upTo } from '../../../support/form.ts';

const noted = `${upTo.summary}|ghi thêm là cần vay vốn`;

describe('sending', () => {
  test.each(['bỏ cái nhắn kèm đi ạ, rồi gửi', 'bỏ lời nhắn rồi gửi đi'])(
    '%s: the remark is dropped, then it is sent',
    (text) => {
      expect(formAfter(noted).draft.note).toBe('cần vay vốn');
      const { said, step } = formAfter(`${noted}|${text}`);
      expect(step).toBe('none');
      expect(said).toContain('Tôi bỏ lời nhắn kèm rồi');
      expect(said).not.toContain('Tôi ghi kèm lời nhắn');
    },
  );

  test.each(['được, gửi', 'thôi kệ gửi đi', 'kệ, gửi đi', 'đúng r', 'ok đúng', 'thôi kệ vậy, gửi luôn'])(
    '%s: sent, with no remark',
    (text) => {
      const { said, step } = formAfter(`${upTo.summary}|${text}`);
      expect(step).toBe('none');
      expect(said).toContain('Mã phiếu của bạn');
      expect(said).not.toContain('Tôi ghi kèm lời nhắn');
    },
  );

  test.each(['khoan đã, gửi sau', 'đừng gửi', 'dừng r'])('%s: not sent', (text) =>
    expect(formAfter(`${upTo.summary}|${text}`).said).not.toContain('Mã phiếu của bạn'),
  );
});

describe('the name', () => {
  test.each([
    ['e ten luong thi thom', 'luong thi thom'],
    ['e tên Linh', 'Linh'],
    ['con tên Páo ạ', 'Páo'],
  ])('%s', (text, name) => expect(formAfter(`${upTo.name}|${text}`).draft.name).toBe(name));

  test.each(['Hoa o912 34o 678', 'Hoa 0912.340.678', 'Hoa, sđt +84 912 340 678'])(
    'a name before a number, however the figures are typed: %s',
    (text) =>
      expect(formAfter(`${upTo.name}|${text}`).draft).toMatchObject({ name: 'Hoa', phone: '+84912340678' }),
  );
  test('with the number and the time behind it', () => {
    const form = formAfter(`${upTo.name}|Dạ cháu tên Vũ Đức Mạnh, số cháu 0869 512 377, gọi buổi chiều ạ`);
    expect(form.draft).toMatchObject({
      name: 'Vũ Đức Mạnh',
      phone: '+84869512377',
      bestTime: 'gọi buổi chiều ạ',
    });
    expect(form.kept).not.toMatch(/Mạnh|0869/);
  });

  test('before the number, behind the word of consent', () =>
    expect(
      formAfter(`${upTo.consent}|dong y. ten em la Trieu Van Toan sdt 0387 221 945`).draft,
    ).toMatchObject({ name: 'Trieu Van Toan', phone: '+84387221945' }));
});

describe('how many', () => {
  test.each([
    ['có mỗi e thôi ạ', 1],
    ['3, à có khi 4 vì có thằng em họ đang ở Nhật sang năm mới về', 4],
    ['9, à 8 thôi', 8],
  ])('%s', (text, members) => expect(formAfter(`${upTo.members}|${text}`).draft.members).toBe(members));

  test.each(['số người 5 mà vẫn ghi 4 kìa ad', '5 mà vẫn ghi 4', 'Số người sửa thành 5', 'Mà sửa 4 thành 5'])(
    'in the review: %s',
    (text) => expect(formAfter(`${upTo.summary}|${text}`).draft.members).toBe(5),
  );

  test('beside the call time, which stays without it', () =>
    expect(
      formAfter(`${upTo.time}|trừ trưa ra thì gọi lúc nào cũng đc, mà số người giờ là 5 nhé có thêm em rể`)
        .draft,
    ).toMatchObject({ members: 5, bestTime: 'trừ trưa ra thì gọi lúc nào cũng đc' }));

  test('put right where the time is asked for, which is asked still', () => {
    const form = formAfter(`${upTo.time}|Mà sửa 4 thành 8`);
    expect(form.draft.members).toBe(8);
    expect(form.draft.bestTime).toBeUndefined();
    expect(form.step).toBe('time');
  });
});

describe('the trade', () => {
  const at = 'đăng ký lập nhóm|tổ hợp tác|Văn Phú';
  test('a longer one stays in the own words', () =>
    expect(formAfter(`${at}|Rau thủy canh nhà kính, xà lách với dưa lưới`).draft).toMatchObject({
      product: 'rau',
      productText: 'Rau thủy canh nhà kính, xà lách với dưa lưới',
    }));

  test('beside a line that is named', () =>
    expect(
      formAfter(
        `${upTo.summary}|sửa số người thành 3 hộ, nhà Văn Phú thôi ko làm nữa. với nuôi lợn rừng lai nhé`,
      ).draft,
    ).toMatchObject({ members: 3, memberUnit: 'hộ', productText: 'nuôi lợn rừng lai' }));

  test('put right without a blank behind the stop', () =>
    expect(formAfter(`${upTo.summary}|sai.mang tre chu k phai mang`).draft.productText).toBe('mang tre'));
});

test('a line named behind “mà” is changed in the review', () =>
  expect(formAfter(`${upTo.summary}|mà số người giờ là 5 nhé`).draft.members).toBe(5));

describe('at consent', () => {
  test('said last, behind a few words that ask nothing', () =>
    expect(formAfter(`${upTo.consent}|Lại 115. Đồng ý`).consented).toBe(true));

  test.each(['Chưa đâu. Đồng ý cái gì', 'Không. Đồng ý sao được', 'Nếu miễn phí. Đồng ý'])(
    '%s: none',
    (text) => expect(formAfter(`${upTo.consent}|${text}`).consented).toBe(false),
  );

  test('how to be reached goes with it', () => {
    const form = formAfter(`${upTo.consent}|đồng ý, nhưng đừng nhắn tin`);
    expect(form.consented).toBe(true);
    expect(form.draft.note).toBe('đừng nhắn tin');
  });

  test('how to be reached goes with it, with name and number behind it too', () => {
    const form = formAfter(
      `${upTo.consent}|đồng ý, nhưng đừng nhắn tin. cháu tên Vũ Đức Mạnh, số cháu 0869 512 377, gọi buổi chiều`,
    );
    expect(form.draft).toMatchObject({ name: 'Vũ Đức Mạnh', phone: '+84869512377', note: 'đừng nhắn tin' });
  });

  test('refused, and what is asked behind it answered', () => {
    const form = formAfter(
      `${upTo.consent}|Không đồng ý ghi số, tôi chỉ hỏi lập tổ hợp tác cần mấy người thôi`,
    );
    expect(form.step).toBe('none');
    expect(form.said).toMatch(/tôi không ghi tên và số của bạn[\s\S]*ít nhất 02 thành viên/);
    expect(form.said).not.toContain('Bạn có đồng ý không');
  });

  test('“co dua ten cho ai nua k” is answered with who sees it', () =>
    expect(formAfter(`${upTo.consent}|co dua ten cho ai nua k a. e so nguoi ta biet e ngheo`).said).toContain(
      'chỉ cán bộ phụ trách xem',
    ));
});

describe('the call time', () => {
  test('without the question behind it, which goes with the form', () => {
    const ask = 'toi sau 7h. ma can bo co giai quyet duoc dien luc khong hay chi ghi cho vui';
    const { draft } = formAfter(`${upTo.time}|${ask}`);
    expect(draft.bestTime).toBe('toi sau 7h');
    expect(draft.note).toContain('dien luc');
  });

  test('whose number it is, is none', () => {
    const { draft, step } = formAfter(`${upTo.phone}|0912 345 678 so con gai toi`);
    expect(draft).toMatchObject({ note: 'so con gai toi' });
    expect(draft.bestTime).toBeUndefined();
    expect(step).toBe('time');
    expect(formAfter(`${upTo.time}|so con gai toi`).step).toBe('time');
  });

  test('put right behind “sua.”, without what it is not', () =>
    expect(
      formAfter(`${upTo.summary}|sua. gio goi la toi sau 7h thoi, cai kia em hoi chu ko phai gio`).draft
        .bestTime,
    ).toBe('toi sau 7h thoi'));

  test.each(['giờ tiện gọi bỏ trống đi', 'bỏ giờ gọi đi'])('%s', (text) => {
    const { draft, step } = formAfter(`${upTo.summary}|${text}`);
    expect(draft.bestTime).toBeUndefined();
    expect(step).toBe('summary');
  });
});

describe('a pause', () => {
  test.each([
    [upTo.members, 'từ từ, e nghĩ lại đã, để hỏi chồng. dừng lại có sao k'],
    [upTo.time, 'em chưa hỏi vợ, dừng đã'],
  ])('%s|%s', (before, text) => {
    const { step, said } = formAfter(`${before}|${text}`);
    expect(step).toBe('none');
    expect(said).toContain('Ghi tiếp thì nhắn');
  });

  test.each([
    'làm tiếp phiếu hôm nọ đi ad',
    'quay lại làm tiếp',
    'e quay lại r, ck e bảo dc. làm tiếp phiếu hôm nọ đi ad',
  ])('%s takes it up', (text) => {
    expect(formAfter(`${upTo.members}|thôi để hôm khác|${text}`)).toMatchObject({
      step: 'members',
      draft: { productText: 'chè' },
    });
    const anew = formAfter(text);
    expect(anew.said).toContain('tôi không còn giữ');
    expect(anew.step).toBe('form');
  });
});

describe('opening', () => {
  test('“đăng ký cho em luôn” with all that is told; name and number wait for consent', () => {
    const form = formAfter(
      'vâng thế đăng ký cho em luôn, tổ hợp tác nuôi cá lồng 4 người, em tên Nguyễn Văn Tuấn 0978112034 ở Nam Cường Yên Bái',
    );
    expect(form.draft).toMatchObject({
      form: 'tht',
      product: 'thuy-san',
      members: 4,
      placeText: 'phường Nam Cường',
    });
    expect(form.step).toBe('consent');
    expect(form.draft).not.toHaveProperty('name');
    expect(form.draft).not.toHaveProperty('phone');
    expect(form.said).toContain('Số điện thoại thì tôi chưa ghi');
  });

  test('a question behind it is answered first', () => {
    const form = formAfter('đăng ký cho em luôn, tổ hợp tác 4 người, mất tiền không');
    expect(form.said).toMatch(/không mất tiền|không thu lệ phí/);
    expect(form.step).toBe('place');
    expect(form.draft).toMatchObject({ form: 'tht', members: 4 });
  });

  test('“cho tôi gặp người” before name and number opens the call-back', () => {
    const form = formAfter('Thôi ông bạn máy, cho tôi gặp người. Tôi là Đỗ Văn Hải, 0904 118 552, Văn Phú');
    expect(form.step).toBe('consent');
    expect(form.said).toContain('để cán bộ gọi lại');
  });

  test('“không phải câu nào” is no part of what the call is about', () =>
    expect(
      formAfter(
        'Xưởng chè nợ tiền bốn tháng nay chưa trả, làm thế nào bây giờ|Không phải câu nào. Ong bị thuốc sâu chết chứ thiên tai gì đâu.|gặp cán bộ',
      ).draft.note,
    ).toMatch(/^Xưởng chè nợ tiền [^–]+ – Ong bị thuốc sâu chết chứ thiên tai gì đâu\. Đã xem: /u));
});

describe('once it is sent', () => {
  test('a line that shall be changed is asked for', () =>
    expect(formAfter(`${upTo.sent}|ấy quên, đổi số dt dc k`).step).toBe('phone'));
  test.each(['Ơ sao lại ghi câu đó vào ạ. Xem lại phiếu của cháu', 'cho xem phieu cua toi'])('%s', (text) =>
    expect(formAfter(`${upTo.sent}|${text}`).said).toContain('Đây là những gì tôi đang giữ về bạn'),
  );
  test.each([
    'cam on.khi nao goi',
    'cam on.khi nao goi.toi k biet doc nhieu nhe goi thoi dung nhan tin',
    'thôi được rồi, chờ gọi vậy',
    'Thôi tôi chờ điện thoại',
  ])('%s: when the call comes', (text) =>
    expect(formAfter(`${upTo.sent}|${text}`).said).toContain('Cán bộ nhận phiếu rồi gọi'),
  );
});
