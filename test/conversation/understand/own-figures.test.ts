// Which of the sums people name is the whole and which is held against its share, and where that is not plain.
import { describe, expect, test } from 'vitest';
import {
  asksOnly,
  asksWhether,
  type Figures,
  figuresTold,
} from '../../../src/conversation/understand/own-figures.ts';

const ceiling = {
  percent: 30,
  of: 'vốn điều lệ',
  when: ['vốn điều lệ', 'tổng vốn', 'vốn htx', 'nâng vốn'],
  part: ['góp', 'phần góp'],
  unless: ['liên kết', 'vợ chồng'],
};

describe('the whole and what is held against its share', () => {
  test.each<[string, Figures, Figures?]>([
    ['htx vốn điều lệ 2 tỷ mà tôi góp 500 triệu', { whole: 2e9, part: 500e6 }],
    ['von dieu le 600 tr, em gop 200', { whole: 600e6, part: 200e6 }],
    ['450 triệu trên 1 tỷ 5 có vượt không', { whole: 1.5e9, part: 450e6 }],
    ['400 trong tổng 1 tỷ có vượt mức không', { whole: 1e9, part: 400e6 }],
    ['nâng vốn lên 700 triệu thì 200 được không', { whole: 700e6, part: 200e6 }],
    ['góp 180 thì sao', { whole: 600e6, part: 180e6 }, { whole: 600e6 }],
    ['thế 150 có được không', { whole: 600e6, part: 150e6 }, { whole: 600e6, part: 200e6 }],
    ['tổng vốn lên 900 triệu thì được chưa', { whole: 900e6, part: 250e6 }, { whole: 800e6, part: 250e6 }],
    ['500 triệu là vốn điều lệ, tôi góp 100 triệu', { whole: 500e6, part: 100e6 }],
    [
      'năm nhà góp 420 triệu trên 500 triệu, riêng ông Tám 180 triệu, vượt chưa',
      { whole: 500e6, part: 180e6 },
    ],
    ['nâng vốn lên 640 triệu thì thôi, đúng không', { whole: 640e6, part: 200e6 }, { part: 200e6 }],
    ['riêng vốn điều lệ 600 triệu, tôi góp 150 triệu', { whole: 600e6, part: 150e6 }],
    ['góp 35% có vượt không', { share: 35 }],
  ])('%s', (text, figures, before) =>
    expect(figuresTold(ceiling, text, before)).toEqual(expect.objectContaining(figures)),
  );

  test.each<[string, Figures?]>([
    ['vốn điều lệ 800 triệu, vay thêm 250 triệu được không'],
    ['vốn điều lệ 800 triệu hay 900 triệu, tôi góp 250 có vượt không'],
    ['tổng vốn góp 800 triệu được không'],
    ['vợ chồng tôi góp 250 trên 800 triệu được không'],
    ['thành viên liên kết góp 250 triệu, vốn điều lệ 800 triệu'],
    ['450 có được không'],
    ['thế 150 có được không', { whole: 600e6 }],
    ['thế 5 người thì được chưa', { whole: 600e6, part: 150e6 }],
    ['vốn điều lệ 800 triệu, luật 17 ghi 250 được không'],
  ])('nothing where it is not plain: %s', (text, before) => {
    const told = figuresTold(ceiling, text, before);
    expect([told?.part, told?.share]).toEqual([undefined, undefined]);
  });

  test('what is left once it was taken is no whole, nor the sum it is one of', () => {
    const fund = {
      percent: 5,
      of: 'thu nhập từ giao dịch bên ngoài',
      when: ['lãi'],
      part: ['trích'],
      unless: [],
    };
    expect(figuresTold(fund, 'lãi còn lại 60 triệu, trích 2 triệu đủ chưa')?.whole).toBeUndefined();
    expect(figuresTold(fund, 'lãi 60 triệu, trích 2 triệu đủ chưa')).toEqual({ whole: 60e6, part: 2e6 });
  });
});

describe('whether it is over or enough', () => {
  test.each([
    'có vượt không',
    'duoc ko',
    '250 ok k',
    'du dieu kien chua',
    'thế là vượt rồi',
    'đạt mức chưa ạ',
  ])('asks: %s', (text) => expect(asksWhether(text)).toBe(true));
  test.each(['được bao nhiêu', 'vượt thì làm thế nào', 'ai được góp', 'góp 250 triệu'])(
    'does not: %s',
    (text) => expect(asksWhether(text)).toBe(false),
  );
  test('of the sum alone', () => {
    const names = [...ceiling.when, ...ceiling.part];
    expect(asksOnly('htx vốn điều lệ 1 tỷ mà một người góp 350 triệu thì có được không', names)).toBe(true);
    expect(
      asksOnly('vốn điều lệ 800 triệu, tôi góp 200 triệu bằng đất chưa có sổ có được không', names),
    ).toBe(false);
  });
});
