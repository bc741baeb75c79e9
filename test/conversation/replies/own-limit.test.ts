// A sum that is named against a ceiling of the answer, and the part one brings against the least that is asked for.
import { describe, expect, test } from 'vitest';
import { limitsOf } from '../../../src/conversation/replies/own-limit.ts';
import type { Told } from '../../../src/conversation/state.ts';
import { type Answer, answerWith } from '../../../src/knowledge/answer.ts';
import { knowledge, today } from '../../support/knowledge.ts';

const said = (id: string, text: string, told: Told = {}): string =>
  limitsOf(knowledge, answerWith(knowledge, id, today) as Answer, told, text)
    .map((b) => b.text)
    .join(' ');

describe('a sum against the ceiling that is theirs', () => {
  test.each([
    ['tôi vay 120 triệu có phải thế chấp không', '120 triệu đồng bạn nói nằm trong mức tối đa 300 triệu'],
    ['nha em muon vay 300tr', 'nằm trong mức tối đa 300 triệu'],
    ['nhà tôi vay 450 triệu thì sao', 'cao hơn mức tối đa 300 triệu'],
    ['tổ hợp tác vay 450 triệu được không', 'nằm trong mức tối đa 500 triệu'],
    ['hop tac xa toi vay 6 ty', 'cao hơn mức tối đa 5 tỷ'],
  ])('%s', (text, line) => expect(said('vay-khong-the-chap', text)).toContain(line));

  test.each([
    'tôi vay 120 triệu hay 200 triệu thì được',
    'hộ kinh doanh của tôi vay 450 triệu',
    'trang trại nhà tôi vay 2 tỷ',
    'nhà tôi có 120 triệu',
    'vậy 450 triệu thì sao',
    'vay 450 triệu được không',
    'tổ hợp tác với hợp tác xã vay 450 triệu',
    'nhà em nghe nói vay 500 triệu không cần sổ',
  ])('nothing where it is not plain: %s', (text) => expect(said('vay-khong-the-chap', text)).toBe(''));

  test('who told of a group says which of the two borrows', () =>
    expect(said('vay-khong-the-chap', 'tôi vay 450 triệu', { form: 'tht' })).toBe(''));

  test('a ceiling of nothing borrowed, and none at all, say nothing', () => {
    expect(said('nd98-ha-tang', 'tôi vay 12 tỷ')).toBe('');
    expect(said('htx-ho-so', 'tôi vay 12 tỷ')).toBe('');
  });
});

describe('what they bring themselves', () => {
  test.each([
    ['vay 120 triệu, mình bỏ 40 triệu là đủ chưa', 'là 25% của 160 triệu đồng: đạt mức tối thiểu 20%'],
    ['vay 80tr, von cua minh 20tr', 'là 20% của 100 triệu đồng: đạt mức tối thiểu 20%'],
    ['htx vay 900 trieu, minh gop 100 trieu duoc chua', 'là 10% của 1 tỷ đồng: chưa đạt'],
  ])('%s', (text, line) => expect(said('quy-htx-dieu-kien', text)).toContain(line));

  test.each([
    'vay 80 triệu có được không',
    'tổng vốn 100 triệu, mình bỏ 20 triệu',
    'vay 80 triệu, mình bỏ 20 triệu, bạn tôi 10 triệu',
  ])('nothing where it is not plain: %s', (text) => expect(said('quy-htx-dieu-kien', text)).toBe(''));

  test('a share of something else is none they bring', () =>
    expect(said('quy-chung-khong-chia', 'vay 80 triệu, mình bỏ 20 triệu')).toBe(''));
});
