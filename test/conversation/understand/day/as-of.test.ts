// The day a message asks about, in the words people use, with and without tone marks; and which years are no such day.
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../../src/conversation/message.ts';
import { talkAlone } from '../../../../src/conversation/talk-alone.ts';
import { asOfIn } from '../../../../src/conversation/understand/day/as-of.ts';
import { fold } from '../../../../src/language/fold.ts';
import { knowledge } from '../../../support/knowledge.ts';

const today = '2026-11-23';
const again: [string, string][] = [
  ['năm 2023 thì sao?', '2023-07-02'],
  ['thế năm 2022?', '2022-07-02'],
  ['2021 thì bao nhiêu', '2021-07-02'],
  ['còn hồi 2022 thì được bao nhiêu', '2022-07-02'],
  ['hồi năm ngoái thì sao', '2025-07-02'],
  ['năm ngoái', '2025-07-02'],
  ['năm kia thì sao', '2024-07-02'],
  ['hai năm trước thì thế nào', '2024-11-23'],
  ['cách đây 3 năm thì sao', '2023-11-23'],
  ['trước 1/7/2024', '2024-06-30'],
  ['trước ngày 1-7-2024 thì sao', '2024-06-30'],
  ['trước 1.7.2024 thì sao ạ', '2024-06-30'],
  ['trước 1/7/24 thì sao', '2024-06-30'],
  ['trước tháng 7/2024', '2024-06-30'],
  ['trước tháng 7 năm 2024 thì sao', '2024-06-30'],
  ['trước năm 2024 thì mấy người', '2023-12-31'],
  ['tháng 6/2025 thì sao', '2025-06-01'],
  ['ngày 1 tháng 7 năm 2024 thì sao', '2024-07-01'],
  ['cuối năm 2023 thì sao', '2023-12-31'],
  ['đầu năm ngoái thì sao', '2025-01-02'],
  ['năm 23 thì sao', '2023-07-02'],
  ['bây giờ thì sao', today],
  ['thế hiện nay thì sao ạ?', today],
  ['giờ thì sao', today],
  ['năm nay thì sao', today],
  ['còn năm 2026?', today],
  ['từ 2026 thì sao', today],
  ['từ 1/7/2024 thì sao', today],
  ['sang năm thì sao', '2027-07-02'],
  ['năm tới thì thế nào', '2027-07-02'],
  ['từ 1/1/2027 thì sao', '2027-01-01'],
];
const withQuestion: [string, string, string][] = [
  ['trước 1/7/2024 cần mấy người', '2024-06-30', 'cần mấy người'],
  ['hồi năm 2022 lập htx được bao nhiêu tiền', '2022-07-02', 'lập htx được bao nhiêu tiền'],
  ['lập htx trước năm 2024 cần mấy người', '2023-12-31', 'lập htx cần mấy người'],
  ['năm ngoái đăng ký htx nộp ở đâu', '2025-07-02', 'đăng ký htx nộp ở đâu'],
  [
    'htx lập năm 2018 thì lúc đó cần bao nhiêu thành viên',
    '2018-07-02',
    'htx lập thì lúc đó cần bao nhiêu thành viên',
  ],
  ['mức nộp năm 2022 là bao nhiêu', '2022-07-02', 'mức nộp là bao nhiêu'],
  ['trong năm 2024 lợn tiêu hủy được bao nhiêu', '2024-07-02', 'lợn tiêu hủy được bao nhiêu'],
  ['bão trong tháng 9/2024 lúa hỏng hết được bao nhiêu', '2024-09-01', 'bão lúa hỏng hết được bao nhiêu'],
  ['số thành viên của HTX năm 2023 là bao nhiêu', '2023-07-02', 'số thành viên của HTX là bao nhiêu'],
  ['Em hỏi chút ạ. Năm 2021 lập htx cần mấy người?', '2021-07-02', 'Em hỏi chút ạ. lập htx cần mấy người?'],
];
const noDay = [
  'htx đã được cấp sao năm 2022 giờ xin chấm lại thì sao',
  'nhà em đã lĩnh tiền lợn năm 2021 rồi có được xin tiếp không',
  'đơn nộp từ năm 2023 chưa thấy trả lời thì hỏi ai',
  'chỉ tiêu đến năm 2030',
  'đến 2030 thì sao',
  'luật hợp tác xã 2023 hiệu lực khi nào',
  'giai đoạn 2021-2025 hỗ trợ gì',
  'nghị quyết 06/2021/NQ-HĐND',
  'Nghị quyết 06 của Hội đồng nhân dân tỉnh Yên Bái năm 2021 là về chuyện gì?',
  'nghị quyết 06 ngày 19/4/2021 còn áp dụng không',
  'Nghị định 77 năm 2019 về tổ hợp tác giờ còn giá trị không?',
  'năm 2021 được 20 triệu, bây giờ còn không',
  'tổ hợp tác lập trước 2024 có phải đăng ký lại không',
  'tổ của bác lập từ năm 2020 có phải đi đăng ký lại không cháu',
  'HTX nhà tôi lập năm 2017, điều lệ cũ nguyên từ đó, giờ có phải sửa không?',
  'Năm 2022 tôi đăng ký hợp tác xã ở phòng tài chính. Vậy giờ đăng ký ở đâu ạ?',
  'năm 2030 thành phố có bao nhiêu hợp tác xã',
  'nhà em có 5 năm trồng chè',
  'từ 1/7/2025 nộp hồ sơ ở đâu',
  'tổ em làm được hơn năm rồi, lên hợp tác xã được chưa',
  'Mấy năm trước xã có báo vào mô hình kiểu mới, giờ còn kịp không',
  'Ký hợp đồng từ tháng trước rồi mà chưa đi đăng ký thì có muộn không?',
  'lương tối thiểu vùng vẫn như 2024 hả',
  'rừng quế trồng năm 2015 gãy đổ có được hỗ trợ không',
  'năm 2023 là năm đầu tổ tôi làm, giờ đăng ký được không',
  'nđ98 sửa chưa hay vẫn bản 2018',
  'htx cần 2000 mét đất làm nhà sơ chế, có cho thuê không',
  'Tổ hợp tác lập trước tháng 7 năm 2024 có phải đăng ký lại không',
  'giấy đăng ký htx cấp năm 2015 còn giá trị không',
  'hết năm 2025 quyết định 1804 còn dùng không',
  'tiền dịch năm ngoái chưa nhận được',
  'tien bao nam 2025 den gio van chua thay',
  'khai thiệt hại năm ngoái mà chưa có tiền thì hỏi ai',
  'tổ tôi cấp giấy tháng 2/2025 có lên htx được không',
  'lay giay chung nhan tu thang 3/2025 co duoc ho tro ko',
  'sang năm 2026 còn được hưởng nghị quyết 06 không',
  'quy định tổ hợp tác 2019',
  'ocop được công nhận năm 2023 còn hạn không',
  '30/6/2025 là mốc gì của đề án 167',
  'em tính nghỉ độ một năm, năm sau lại làm, có phải báo ai không?',
];

describe.each(again)('%s', (text, day) => {
  test.each([text, fold(text)])('%s: the last question again, on %#', (said) => {
    expect(asOfIn(said, today)).toMatchObject({ day, alone: true });
  });
});
test.each(withQuestion)('%s', (text, day, rest) => {
  expect(asOfIn(text, today)).toEqual({ day, rest, alone: false });
  expect(asOfIn(fold(text), today)).toMatchObject({ day, alone: false });
});
test.each(noDay)('no other day in: %s', (text) => {
  for (const said of [text, fold(text)]) expect(asOfIn(said, today)?.day ?? today).toBe(today);
});
test('"hồi đó" is the day of the answer before', () => {
  expect(asOfIn('hồi đó hồ sơ gồm gì', today, '2022-07-02')).toMatchObject({
    day: '2022-07-02',
    alone: false,
  });
  expect(asOfIn('hồi đó hồ sơ gồm gì', today)).toBeUndefined();
});

describe('in a talk', () => {
  const talkOf = (...lines: string[]): string[] => {
    const talk = talkAlone(knowledge, today);
    return lines.map((text) => talk.say({ kind: 'text', text }).replies.map(plainText).join('\n'));
  };

  test('another day, then back to now', () => {
    const [, then, now] = talkOf('lap htx can may nguoi', 'nam 2023 thi sao', 'bay gio thi sao');
    expect(then).toMatch(
      /^Bạn hỏi về thời điểm giữa năm 2023:\nLưu ý: nay quy định đã khác.*\n.*07 thành viên/,
    );
    expect(now).toMatch(/05 thành viên/);
    expect(now).not.toContain('Bạn hỏi về');
  });

  test('a question after it is about today again', () => {
    const [, , next] = talkOf(
      'lap htx can may nguoi',
      'hoi 2022 thi sao',
      'hợp tác xã mới được hỗ trợ 20 triệu không',
    );
    expect(next).toMatch(/đã qua/);
    expect(next).not.toContain('2022:');
  });

  test('a card picked from a list is answered for the day asked about, the quotes too', () => {
    const talk = talkAlone(knowledge, today, undefined, '2022-05-01');
    const answer = talk.say({ kind: 'choose', id: 'card:nq06-20-trieu' });
    expect(plainText(answer.replies[0] as never)).toMatch(/^Bạn hỏi về ngày 01\/5\/2022/);
    expect(answer.outcome).toBe('answered');
    const quote = talk.say({ kind: 'choose', id: 'quote:nq06-20-trieu' });
    expect(plainText(quote.replies[0] as never)).toMatch(/^Bạn hỏi về ngày 01\/5\/2022/);
  });

  test('what has ended since then is said with it', () => {
    expect(talkOf('hợp tác xã mới được hỗ trợ 20 triệu không', 'năm 2023 thì sao')[1]).toMatch(
      /^Bạn hỏi về thời điểm giữa năm 2023:\nLưu ý: đây là quy định của giai đoạn 2021–2025, giai đoạn đó đã qua/,
    );
  });

  test('a target of a year is not the law of a year', () => {
    const [said] = talkOf('theo kế hoạch 209 năm 2025 phải có bao nhiêu hợp tác xã');
    expect(said).not.toContain('Bạn hỏi về');
  });

  test('next year is reckoned from what is in the store', () => {
    expect(talkOf('lap htx can may nguoi', 'sang năm thì sao')[1]).toMatch(
      /^Tính cho thời điểm giữa năm 2027/,
    );
  });
});

test.each(['lập tổ hợp tác máy gặt mà nằm ngoài à', 'ruộng nằm trước nhà có tính không'])(
  'spelt so it is no year: %s',
  (said) => {
    expect(asOfIn(said, today)).toBeUndefined();
  },
);

test.each([
  'bao giờ có tiền, năm ngoái nhà bác em chờ mãi',
  'họp đại hội lúc nào, năm ngoái bọn tôi k họp',
  'htx co phai nop thue khong, nam ngoai ho bao mien',
])('a year told of somebody behind a question is no day asked about: %s', (message) => {
  expect(asOfIn(message, today)).toBeUndefined();
});

test.each(['lập htx cần mấy người, năm ngoái ấy', 'năm ngoái tôi lập htx thì cần mấy người'])(
  'a year that belongs to the question stays: %s',
  (message) => {
    expect(asOfIn(message, today)?.day).toBe('2025-07-02');
  },
);
