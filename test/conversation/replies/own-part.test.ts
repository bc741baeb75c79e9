// Own sums held against the share of an answer, and what one bears at most.
import { describe, expect, test } from 'vitest';
import { boundOf, partOf } from '../../../src/conversation/replies/own-part.ts';
import type { Told } from '../../../src/conversation/state.ts';
import type { Figures } from '../../../src/conversation/understand/own-figures.ts';
import { type Answer, answerWith } from '../../../src/knowledge/answer.ts';
import { knowledge, today } from '../../support/knowledge.ts';

const answer = (id: string): Answer => answerWith(knowledge, id, today) as Answer;
const part = (id: string, text: string, before?: Figures, told: Told = {}): string =>
  partOf(knowledge, answer(id), told, text, before)
    .map((b) => b.text)
    .join(' ');
const bound = (text: string, told: Told = {}): string =>
  boundOf(knowledge, answer('no-cua-htx'), told, text)
    .map((b) => b.text)
    .join(' ');

describe('a sum against the share', () => {
  test.each([
    ['gop-von-toi-da', 'vốn điều lệ 2 tỷ, tôi góp 700 triệu có vượt không', 'Vượt mức rồi'],
    ['gop-von-toi-da', 'von dieu le 2 ty, toi gop 600 trieu duoc ko', 'Trong mức, không vượt'],
    ['gop-von-toi-da', '160 triệu trên 500 triệu có vượt không', 'tối đa 30% của số ấy là 150 triệu đồng'],
    ['gop-von-toi-da', 'góp 31% có vượt không', 'Vượt mức rồi: mức là tối đa 30%, bạn nói 31%'],
    ['quy-htx-dieu-kien', 'dự án 900 triệu, vốn tự có 200 triệu đủ chưa', 'Đủ mức ấy'],
    ['quy-htx-dieu-kien', 'du an 2 ty, doi ung 300 trieu da du chua', 'Chưa đủ'],
    ['quy-chung-khong-chia', 'lãi bán ngoài 200 triệu, trích 8 triệu đủ chưa', 'Chưa đủ'],
  ])('%s: %s', (id, text, line) => expect(part(id, text)).toContain(line));

  test.each([
    ['gop-von-toi-da', 'tổ hợp tác vốn 800 triệu, tôi góp 300 triệu có vượt không'],
    ['gop-von-toi-da', 'liên hiệp vốn điều lệ 2 tỷ, góp 700 triệu có vượt không'],
    ['gop-von-toi-da', 'vốn điều lệ 200 triệu, tôi góp 300 triệu được không'],
    ['gop-von-toi-da', 'vốn điều lệ 800 triệu'],
    ['chia-lai', 'lãi 200 triệu, chia 90 triệu đủ chưa'],
    ['htx-ho-so', 'vốn điều lệ 2 tỷ, tôi góp 700 triệu có vượt không'],
  ])('nothing where it is not plain: %s: %s', (id, text) => expect(part(id, text)).toBe(''));

  test('with what was told before, and nothing for another form', () => {
    expect(part('gop-von-toi-da', 'tôi góp 250 thì vượt rồi', { whole: 800e6 })).toContain('31,25%');
    expect(part('gop-von-toi-da', 'tôi góp 250 thì vượt rồi', { whole: 800e6 }, { form: 'tht' })).toBe('');
  });
});

describe('what one bears at most', () => {
  test.each([
    'tôi góp 30 triệu, htx nợ 1 tỷ thì tôi phải trả bao nhiêu',
    'htx vay 900 triệu mà nhà em góp có 30 triệu',
    'phần vốn góp của tôi 30 triệu thì chịu đến đâu',
  ])('%s', (text) => expect(bound(text)).toContain('nhiều nhất là 30 triệu đồng'));

  test.each([
    'tôi góp 30 triệu, tôi vay hộ 50 triệu thì chịu bao nhiêu',
    'tổ hợp tác nợ 50 triệu, tôi góp 30 triệu',
    'tôi góp 30 triệu, vợ góp 20 triệu, htx nợ 1 tỷ',
    'htx nợ 1 tỷ thì tôi trả bao nhiêu',
    'tôi góp 30 triệu, đứng bảo lãnh cho htx vay 1 tỷ',
    'tôi góp 30 triệu, bán được 50 triệu',
  ])('nothing where it is not plain: %s', (text) => expect(bound(text)).toBe(''));

  test('a group is another matter', () =>
    expect(bound('tôi góp 30 triệu, nợ 1 tỷ', { form: 'tht' })).toBe(''));
});
