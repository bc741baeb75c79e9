// An answer and a question in one message: the one is taken and the other answered, at whichever step.
import { describe, expect, test } from 'vitest';
import { formAfter, upTo } from '../../../support/form.ts';

describe('at the notice', () => {
  test.each([
    'dạ con đồng ý, con 16 tuổi có sao không ạ',
    'đồng ý. mà lập tổ có mất tiền không',
    'đồng ý, thế bao giờ gọi',
    'dong y. ma neu lap roi may cay la cua to hay van cua toi',
    'đồng ý, ai gọi cho tôi thế',
    'vâng đồng ý, nhưng ghép với người khác là sao',
    'dong y, ma cho hoi bao gio can bo goi',
    'đồng ý mà cho em hỏi lập tổ có mất tiền không',
    'dong y nhung dung ghi ten giam doc',
  ])('%s: agreed to, and the name is asked', (text) => {
    const form = formAfter(`${upTo.consent}|${text}`);
    expect(form.consented).toBe(true);
    expect(form.step).toBe('name');
  });
  test.each([
    'đồng ý, nhưng hỏi trước đã, có mất tiền không',
    'đồng ý nhưng số tôi có bị lộ không',
    'đồng ý nếu không gọi ban đêm được không',
    'đồng ý, khoan, lập tổ có mất tiền không',
    'có cho giám đốc htx biết k',
    'đồng ý nhưng đừng ghi tên tôi',
    'đồng ý, để hỏi chồng đã',
    'không đồng ý đâu, thôi',
    'ủa mà luật htx mới yêu cầu mấy thành viên',
  ])('%s: not agreed to', (text) => expect(formAfter(`${upTo.consent}|${text}`).consented).toBe(false));

  test('who is not of age is told what to do', () =>
    expect(formAfter(`${upTo.consent}|đồng ý, con 16 tuổi có sao không`).said).toContain('người lớn'));
  test('who else learns of it is told', () =>
    expect(formAfter(`${upTo.consent}|có cho giám đốc htx biết k`).said).toContain('Chỉ cán bộ phụ trách'));
});

test.each([
  ['Tổ hợp tác ạ, mà khoan đăng ký này có mất tiền không chị', 'tht'],
  ['htx. lập htx cần mấy người vậy', 'htx'],
])('at the first step: %s', (text, form) => {
  const after = formAfter(`đăng ký lập nhóm|${text}`);
  expect(after.draft.form).toBe(form);
  expect(after.step).toBe('place');
});

test('a trade of no list is taken beside a question', () =>
  expect(
    formAfter(
      'đăng ký lập nhóm|tổ hợp tác|Văn Phú|nuôi cút đẻ trứng. cho hỏi chuồng cút trong phường có bị cấm ko z',
    ).draft.productText,
  ).toBe('nuôi cút đẻ trứng'));

const filled = 'đăng ký lập nhóm|tổ hợp tác|Văn Phú|chè|6|đồng ý|Hà Văn Sửu|0912345678|tối';
test.each([
  ['gửi đi ạ. Bao giờ thì có người gọi hả chị', true],
  ['gửi đi. lập tổ có mất tiền không', true],
  ['ok gửi giúp em. ai gọi cho em thế', true],
  ['gửi đi, mà có mất tiền không', false],
  ['gửi đi. khoan đã, số tôi có bị lộ không', false],
])('“%s” is sent: %s', (text, sent) =>
  expect(formAfter(`${filled}|${text}`).said.includes('Mã phiếu')).toBe(sent),
);

describe('behind the notice', () => {
  test.each([
    ['phone', 'name', 'Lò Thị Mai, mà em hỏi là htx có phải nộp thuế không', { name: 'Lò Thị Mai' }, 'thuế'],
    [
      'phone',
      'name',
      'Nguyen Van Tuan. ma toi o xa thi lap to co mat tien ko',
      { name: 'Nguyen Van Tuan' },
      'lệ phí',
    ],
    [
      'time',
      'phone',
      '0977 123 456, cho hỏi luôn là lập htx cần mấy người',
      { phone: '+84977123456' },
      '05 thành viên',
    ],
    [
      'time',
      'phone',
      '0987654321, mà quên hỏi htx có thuê được người ở tỉnh khác ko',
      { phone: '+84987654321' },
      'hộ khẩu',
    ],
    [
      'summary',
      'time',
      'toi thu 7 moi rảnh, ma lap to co phai mat tien ko',
      { bestTime: 'toi thu 7 moi rảnh' },
      'lệ phí',
    ],
    [
      'summary',
      'time',
      'thứ 7 mới rảnh, mà lập tổ có mất tiền không',
      { bestTime: 'thứ 7 mới rảnh' },
      'lệ phí',
    ],
    [
      'summary',
      'time',
      'buổi chiều nhé, mà này lập htx cần mấy người',
      { bestTime: 'buổi chiều nhé' },
      '05 thành viên',
    ],
  ] as const)('on to %s from %s: %s', (next, step, text, fields, answered) => {
    const form = formAfter(`${upTo[step]}|${text}`);
    expect(form.step).toBe(next);
    expect(form.draft).toMatchObject(fields);
    expect(form.said).toContain(answered);
  });
  test('what is told and what is asked are both kept in the talk, without name and number', () => {
    expect(formAfter(`${upTo.phone}|0977 123 456, lập htx cần mấy người`).kept).toBe(
      '[số], lập htx cần mấy người',
    );
    expect(formAfter(`${upTo.name}|Lò Thị Mai, lập htx cần mấy người`).kept).toBe(
      '[tên], lập htx cần mấy người',
    );
  });
  test('what nothing here answers goes to whoever calls', () =>
    expect(
      formAfter('gặp cán bộ|đồng ý|Nam|0912333444|chiều, à mà công ty nó có bị phạt không').draft,
    ).toMatchObject({ bestTime: 'chiều', note: 'công ty nó có bị phạt không' }));
  test.each(['tối', 'thứ 7', 'tối nào cũng được', 'sau 5h chiều, không gọi buổi sáng'])(
    '%s: that is the time',
    (text) => expect(formAfter(`${upTo.time}|${text}`).draft.bestTime).toBe(text),
  );
  test('a time is not lost with what no line is for', () =>
    expect(
      formAfter('gặp cán bộ|đồng ý|Nam|0912333444|sau 5h chiều, à mà sửa lại là 8 chị em').draft,
    ).toMatchObject({
      bestTime: 'sau 5h chiều',
      note: 'sửa lại là 8 chị em',
    }));
  test('titles that are near are read out at the notice', () =>
    expect(formAfter('gặp cán bộ|ủa mà luật htx mới yêu cầu mấy thành viên').said).toContain(
      '05 thành viên',
    ));
  test('who is not of age, told where a name is asked for, is a question', () => {
    const form = formAfter(`${upTo.name}|con bé nhà em mới 16`);
    expect(form.said).toContain('dưới 18 tuổi');
    expect(form.step).toBe('name');
  });
  test('what whoever calls must not do is no question', () =>
    expect(formAfter(`${upTo.phone}|0912345678, mà đừng cho ai biết nhé`).draft.note).toContain(
      'đừng cho ai biết',
    ));
});

describe('all that is told is taken before the question is answered', () => {
  test.each([
    [
      'place',
      'âu lâu, 6 nhà, nuôi dê. phiếu này có giá trị gì với phường không',
      { placeText: 'phường Âu Lâu', members: 6, productText: 'nuôi dê' },
      'chưa phải là đăng ký ở phường',
    ],
    [
      'place',
      'nam cuong, 3 dua, nuoi tho. lap to can may nguoi',
      { placeText: 'phường Nam Cường', members: 3, productText: 'nuoi tho' },
      '02 thành viên',
    ],
    ['place', 'âu lâu rồi đấy, nói rồi còn gì. nuôi dê', { placeText: 'phường Âu Lâu' }, 'Tôi ghi'],
    ['members', '7 nhà. mà gửi xong có bị thu tiền không', { members: 7 }, 'không mất tiền'],
    ['name', 'Mỵ. gọi thì có hỏi căn cước không', { name: 'Mỵ' }, 'không biết trước'],
    ['name', 'mỵ, lập tổ có mất tiền không', { name: 'mỵ' }, 'lệ phí'],
    ['name', 'Giang A Tủa, nhà không có điện thoại thì sao', { name: 'Giang A Tủa' }, 'Không có số'],
    ['phone', 'cán bộ gọi lúc nào, tôi đi rừng cả ngày', {}, 'ngày nào thì tôi không hẹn trước'],
    ['time', 'trưa thứ 7. số tôi có bị lộ không', { bestTime: 'trưa thứ 7' }, 'chỉ cán bộ phụ trách'],
  ] as const)('at the %s: %s', (step, text, fields, answered) => {
    const form = formAfter(`${upTo[step]}|${text}`);
    expect(form.draft).toMatchObject(fields);
    expect(form.said).toContain(answered);
  });
  test.each(['măng khô. hồ sơ lập tổ gồm những gì', 'trong buoi, ai goi cho toi the'])(
    'a trade of a word or two: %s',
    (text) =>
      expect(formAfter(`đăng ký lập nhóm|tổ hợp tác|Văn Phú|${text}`).draft.productText).toBe(
        text.split(/[.,]/)[0],
      ),
  );
  test.each(['khoan. lập tổ có mất tiền không', 'ơ, cán bộ là ai', 'Từ từ đã. số tôi có bị lộ không'])(
    'no name: %s',
    (text) => expect(formAfter(`${upTo.name}|${text}`).draft.name).toBeUndefined(),
  );
  test.each(['trồng bưởi', 'bưởi', 'trong buoi dien'])('a plain trade: %s', (text) =>
    expect(formAfter(`đăng ký lập nhóm|tổ hợp tác|Văn Phú|${text}`).draft.productText).toBe(text),
  );
});

describe('a yes that hangs on something', () => {
  test.each([
    ['không thu tiền gì thì tôi đồng ý', 'không mất tiền'],
    ['ko phai lam voi nguoi la thi dong y', 'Không ai bị bắt'],
    ['nếu không đưa số cho ai thì đồng ý', 'chỉ cán bộ phụ trách'],
  ])('%s: answered, and asked again', (text, answered) => {
    const form = formAfter(`${upTo.consent}|${text}`);
    expect(form.consented).toBe(false);
    expect(form.said).toContain(answered);
    expect(form.said).toContain('Bạn có đồng ý không');
  });
  test('“ok thì đồng ý” hangs on nothing', () =>
    expect(formAfter(`${upTo.consent}|ok thì đồng ý`).consented).toBe(true));
});
