// People who agree against the majority of an answer, and told times against its limit.
import { describe, expect, test } from 'vitest';
import { majorityOf } from '../../../src/conversation/replies/majority.ts';
import { spanHeld } from '../../../src/conversation/replies/span.ts';
import type { Told } from '../../../src/conversation/state.ts';
import { type Answer, answerWith } from '../../../src/knowledge/answer.ts';
import { knowledge, today } from '../../support/knowledge.ts';

const answer = (id: string): Answer => answerWith(knowledge, id, today) as Answer;
const join = (blocks: { text: string }[]): string => blocks.map((b) => b.text).join(' ');
const majority = (id: string, text: string, told: Told = {}): string =>
  join(majorityOf(knowledge, answer(id), told, text));
const span = (id: string, text: string, told: Told = {}): string =>
  join(spanHeld(knowledge, answer(id), told, text));

describe('a majority', () => {
  test.each([
    ['tht-them-bot-nguoi', 'tổ 14 nhà thì mấy nhà giơ tay mới được', 'hơn 50% là từ 8 nhà trở lên'],
    ['tht-them-bot-nguoi', 'hơn một nửa của 13 là 6 hay 7 nhà', 'của số ấy là 6,5, nên hơn 50% là từ 7'],
    ['tht-them-bot-nguoi', 'tổ 12 người, 6 người ưng là được chưa', 'Chưa đủ, bạn nói 6 người'],
    ['tht-them-bot-nguoi', '7/12 có hơn 50% không', 'Đủ mức ấy, bạn nói 7'],
    ['tht-them-bot-nguoi', '9/9 người gật thì được chưa', 'Đủ mức ấy, bạn nói 9 người'],
  ])('%s: %s', (id, text, line) => expect(majority(id, text)).toContain(line));

  test.each([
    ['tht-them-bot-nguoi', 'htx 14 nhà thì mấy nhà giơ tay mới được'],
    ['tht-co-phai-dang-ky', 'tổ 14 nhà thì mấy nhà giơ tay mới được'],
    ['tht-them-bot-nguoi', 'tổ 14 nhà thì mấy nhà gật mới phạt được'],
    ['tht-them-bot-nguoi', 'tổ 14 nhà, mấy nhà đồng ý thì bầu được tổ trưởng'],
    ['bi-tu-choi-ket-nap', 'điều lệ ghi 14 người thì mấy người gật'],
  ])('nothing where the rule is another: %s: %s', (id, text) => expect(majority(id, text)).toBe(''));

  test('nothing for another form that was told', () =>
    expect(majority('tht-them-bot-nguoi', '14 nhà thì mấy nhà giơ tay', { form: 'htx' })).toBe(''));
});

describe('a time against the limit', () => {
  test.each([
    ['tht-co-phai-dang-ky', 'ký hợp đồng hợp tác 9 tháng thôi', '9 tháng bạn nói chưa tới mức'],
    ['tht-co-phai-dang-ky', 'hop dong ghi 2 nam thi sao', '2 năm bạn nói đã tới mức “từ 12 tháng trở lên”'],
    ['tht-co-phai-dang-ky', 'thế 12 tháng thì sao', 'đã tới mức'],
    ['tht-len-htx', 'tổ có giấy 7 tháng rồi được chưa', 'chưa tới mức “ít nhất 12 tháng kể từ ngày'],
    ['cho-vay-noi-bo', 'cho vay 1 năm rưỡi được không', '1 năm rưỡi bạn nói đã quá mức'],
    ['cho-vay-noi-bo', 'cho vay 12 tháng được không', 'nằm trong mức “không quá 12 tháng”'],
    ['thoi-han-gop-von', 'vào 9 tháng rồi chưa góp đủ', 'đã quá mức “chậm nhất là 06 tháng”'],
  ])('%s: %s', (id, text, line) => expect(span(id, text)).toContain(line));

  test.each([
    ['tht-co-phai-dang-ky', 'ký 8 tháng mà muốn xin hỗ trợ thì sao'],
    ['tht-co-phai-dang-ky', 'ký khoảng 8 tháng thì sao'],
    ['tht-co-phai-dang-ky', 'ký tháng 8 năm nay thì sao'],
    ['tht-co-phai-dang-ky', 'ký 8 tháng, rồi ký tiếp 6 tháng thì sao'],
    ['tht-co-phai-dang-ky', 'nuôi bò 8 tháng thì bán được chưa'],
    ['tht-co-phai-dang-ky', 'hợp tác xã ký 8 tháng thì sao'],
    ['tht-co-phai-dang-ky', 'làm chung hai năm không đăng ký có sao không'],
    ['tht-co-phai-dang-ky', 'ký xong, nuôi được 8 tháng thì bán có sao không'],
    ['thoi-han-gop-von', 'quá 6 tháng mà góp chưa đủ thì sao'],
    ['tht-ho-so', 'ký hợp đồng hợp tác 8 tháng thôi'],
    ['tht-len-htx', 'tổ chưa đăng ký, hoạt động 14 tháng rồi được chưa'],
  ])('nothing where it is not plain: %s: %s', (id, text) => expect(span(id, text)).toBe(''));
});
