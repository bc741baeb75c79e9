// What is said not to have been asked, and what is left to answer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { denialIn, onlyDenies } from '../../../../src/conversation/understand/follow-up/denial/index.ts';

const denies: readonly (readonly [string, string, string])[] = [
  ['có ai vay tiền đâu. cái 30% mua máy sấy cơ', 'vay tien', 'cái 30% mua máy sấy'],
  ['ai hoi ten. hoi buoi co', 'ten', 'buoi'],
  ['không phải hạn đăng ký, tôi hỏi chuyển tiếp', 'han dang ky', 'chuyển tiếp'],
  ['Tôi hỏi lãi suất, chứ không phải điều kiện', 'dieu kien', 'lãi suất'],
  ['Câu 1 tôi không hỏi ngân hàng. Hỏi nợ của Quỹ theo điều nào?', 'ngan hang', 'nợ của Quỹ theo điều nào?'],
  ['sao toàn tổ hợp tác vậy, tôi là hợp tác xã', 'to hop tac', 'tôi là hợp tác xã'],
  ['có hỏi tiền nữa đâu trời', 'tien', ''],
  ['Cháu nhầm rồi, bác hỏi sổ đỏ chứ bác không vay', 'vay', 'sổ đỏ'],
  ['k dk tht. trau chet, lam don o dau', 'dk tht', 'trau chet. lam don o dau'],
  ['toi hoi trau ma no noi to hop tac', 'to hop tac', 'trau'],
  ['dang hoi may cay chu thien tai dau', 'thien tai', 'may cay'],
  ['tôi hỏi ngân hàng chứ quỹ đâu', 'quy', 'ngân hàng'],
  ['em hỏi lệ phí mà có hỏi vốn đâu ạ', 'von', 'lệ phí'],
  ['có phải giải thể đâu mà chia tài sản', 'giai the', ''],
  ['bác có nuôi lợn đâu, vịt cơ', 'nuoi lon', 'vịt'],
  ['vay gì đâu, hỏi chỗ học nghề', 'vay', 'chỗ học nghề'],
  ['hỏi hội phụ nữ chứ kế hoạch gì', 'ke hoach', 'hội phụ nữ'],
  ['không phải vay, cần giấy gì', 'vay', 'cần giấy gì'],
  ['cá chết đuối chứ có bệnh đâu mà tiêm phòng', 'benh', 'cá chết đuối'],
  ['Không, nhà em không mua máy gì cả. Chỉ thuê theo vụ', 'mua may', 'Chỉ thuê theo vụ'],
  ['tôi đang nói tổ hợp tác chứ không phải htx', 'htx', 'tổ hợp tác'],
  ['không phải nội bộ, bán cho thương lái bên Lào Cai', 'noi bo', 'bán cho thương lái bên Lào Cai'],
  ['ko phai noi bo, ban cho cong ty', 'noi bo', 'ban cho cong ty'],
  ['em có bảo ai nuôi cá đâu, em hỏi ao', 'nuoi ca', 'ao'],
  ['tôi không nói về lãi suất, hỏi mấy năm phải trả', 'lai suat', 'mấy năm phải trả'],
  ['ai đăng ký đâu?? hỏi chồng có phải ký không', 'dang ky', 'chồng có phải ký không'],
];
const asks = [
  'vay ngân hàng chứ quỹ ở đâu',
  'lập tổ chứ hợp tác xã là gì',
  'trong dau phai co giay gi',
  'nộp ở đâu phải mang giấy gì',
  'em có tiền đâu mà góp',
  'tôi có vay được đâu mà trả',
  'làm thì làm chứ tiền đâu ra',
  'có vay ở đâu lãi rẻ',
  'không phải vậy, em hỏi lệ phí',
  'lũ đâu về nhanh thế, ai đền',
  'không phải đóng thuế à',
  'ko phải nộp tiền hả, thế ai trả',
  'không phải, tôi hỏi htx cơ',
  'không phải câu nào',
  'lập tổ có phải nộp lệ phí không',
  'tôi không phải hộ nghèo thì được không',
  'em ko phải người ở đây, có đăng ký được ko',
  'không có ai hỏi vay cả',
  'không vay được à',
  'em không nói được tiếng Kinh',
  'không đăng ký tổ thì có sao không',
  '',
];

describe('denialIn', () => {
  test.each(denies)('%s', (message, denied, rest) => {
    expect(denialIn(message)).toMatchObject({ denied, rest });
  });
  test.each(asks)('nothing: %s', (message) => {
    expect(denialIn(message)).toBeUndefined();
  });
  test('whatever is typed is read, and what is denied has words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const found = denialIn(text);
        return found === undefined || found.denied.length > 0;
      }),
    );
  });
});

test.each([
  ['không phải hộ nghèo', true],
  ['chứ không phải vay thêm', true],
  ['không phải nộp thuế à', false],
  ['không vay được thì hỏi ai', false],
  ['không phải tỉnh, tôi hỏi phường', false],
])('“%s” only denies: %s', (text, only) => {
  expect(onlyDenies(text)).toBe(only);
});
