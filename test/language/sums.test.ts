// Which sums are read out of what people write, what they come to, and what is no sum.
import { describe, expect, it } from 'vitest';
import { sumIn } from '../../src/language/sums/index.ts';

const asked: [string, number, string][] = [
  ['15% cua 300tr la bao nhieu', 45e6, 'money'],
  ['90 trieu noi bo thi 51% la may', 45.9e6, 'money'],
  ['Thôi, tính 12% của 55 triệu giúp em', 6.6e6, 'money'],
  ['18/240 là bao nhiêu phần trăm', 7.5, 'percent'],
  ['tính hộ 2,5% của 80 triệu', 2e6, 'money'],
  ['800tr lấy 25% thì được mấy', 200e6, 'money'],
  ['35 nghìn nhân 640 kg ra bao nhiêu', 22.4e6, 'money'],
  ['6 trieu x 0,45 la may', 2.7e6, 'money'],
  ['10 triệu một ha mà tôi có 3000 m2 thì được bao nhiêu', 3e6, 'money'],
  ['40 nghin 1 ky, 2 tan 3 thi may tien', 92e6, 'money'],
  ['dong 200 nghin moi ho, 12 ho la bao nhieu', 2.4e6, 'money'],
  ['9 người mỗi người góp 20 triệu thì tất cả bao nhiêu', 180e6, 'money'],
  ['trả 3 triệu mỗi tháng trong 18 tháng là bao nhiêu', 54e6, 'money'],
  ['60 triệu chia đều cho 4 nhà mỗi nhà mấy', 15e6, 'money'],
  ['1 tỷ 2 trừ 300 triệu còn bao nhiêu', 900e6, 'money'],
  ['70 + 85 + 90 là bao nhiêu', 245, 'bare'],
  ['150 trong 600 triệu là mấy phần trăm', 25, 'percent'],
  ['5 sào mỗi sào 360 mét là mấy mét', 1800, 'm2'],
  ['8% của 30 thành viên là mấy người', 2.4, 'count'],
  ['htx 15 nguoi ma 20% gop them thi may nguoi', 3, 'count'],
  ['120% cua 5% la bao nhieu', 6, 'percent'],
  ['lương 4 triệu 8, vậy 3 người 6 tháng là bao nhiêu', 86.4e6, 'money'],
  ['3 triệu 1 ha thì 900m được bao nhiêu', 270e3, 'money'],
  ['2 triệu 4 với 750 nghìn cộng lại', 3.15e6, 'money'],
  ['1 tr va 300 nghin gop lai la bn', 1.3e6, 'money'],
  ['2 trăm 6 nhân 10 là bao nhiêu', 2600, 'bare'],
  ['3.900.000 : 26 x 4 là bao nhiêu', 600e3, 'bare'],
  ['mua chung máy 90 triệu, 6 nhà thì mỗi nhà bao nhiêu', 15e6, 'money'],
  ['300 triệu có 5 thành viên thì mỗi người góp bao nhiêu', 60e6, 'money'],
  ['240 chia 1200 la bao nhieu phan tram', 20, 'percent'],
  ['240 chia 1200 la bao nhieu', 0.2, 'bare'],
  ['150 triệu chia 2 tỷ được mấy phần trăm', 7.5, 'percent'],
  ['tức là 3.700.000 x 2 đúng không ạ', 7.4e6, 'bare'],
  ['900 chia 6 chứ có hỏi lãi đâu', 150, 'bare'],
  ['nợ 360 triệu trả trong 3 năm, chưa tính lãi thì mỗi năm trả bao nhiêu', 120e6, 'money'],
  ['vay 120tr tra goc trong 12 thang thi moi thang tra goc bao nhieu', 10e6, 'money'],
  ['mua máy 60 triệu góp trong 3 năm, mỗi năm bao nhiêu', 20e6, 'money'],
  ['từ 1/7/2025 lương 3 triệu nhân 4 là bao nhiêu', 12e6, 'money'],
];

const claimed: [string, boolean][] = [
  ['40% của 900 triệu là 360 triệu đúng không', true],
  ['30% của tổng vốn đầu tư của dự án 900 triệu là 270 triệu đúng không', true],
  ['30% cua 500 la 150 phai k', true],
  ['25% của 80 triệu là 25 triệu phải không', false],
  ['500tr x 30% x 5% = 7,5 triệu à', true],
  ['toi tinh 10% cua 1,5 ty la 15 trieu, dung chua', false],
  ['40 nghìn nhân 250kg là 10 triệu hả', true],
  ['8 trieu 1 ha thi 2500m la 2 trieu dung ko', true],
  ['8 trieu 1 ha thi 2500m la 20 trieu dung ko', false],
  ['htx 14 người, 5% là 1 người phải không', true],
  ['5% của 40 người là 3 người à', false],
  ['htx có 30 người, 5% đi tập huấn là 2 người đúng không', true],
  ['120% của 5% là 6% đúng không', true],
  ['30 trong 150 là 20% đúng không', true],
  ['90 chia 450 la 20% dung khong', true],
  ['90 chia 450 la 25% dung khong', false],
  ['5.000.000/26 x 3 ngày là 576.900 đúng không', true],
  ['5.000.000/26 x 3 ngày là 57.690 đúng không', false],
];

const none = [
  '25 tổ nhân lên các năm 2023, 2024, 2025 đúng không',
  'vay 360 triệu trong 3 năm thì mỗi năm trả bao nhiêu',
  'vay 360 triệu trả 3 năm lãi 8% thì mỗi năm trả bao nhiêu',
  'nợ 240 triệu trả trong 2 năm thì mỗi tháng trả gốc bao nhiêu',
  'kho 20 x 30 đúng quy định không',
  'nhà kính 40 x 60 cần giấy gì',
  '2 x 3 nhà lưới được hỗ trợ gì',
  '500 chia 5 nhà thế nào cho công bằng',
  'ra là 15/6/2027 đúng không',
  '15/6/2026 đăng ký được chưa',
  'nhà tôi 18 con lợn chắc tầm 1 tấn 2',
  'lúa gieo 50 ngày, 1 ha, mất 80% được bao nhiêu',
  'mất 70% của 2 ha ngô được bao nhiêu',
  'nghị định hỗ trợ 30% tối đa 10 tỷ phải không',
  'vay 200tr trong 5 năm lãi mấy phần trăm',
  'doanh thu 4 tỷ, 60 thành viên là cỡ gì',
  'htx 7 người góp 300 triệu có được không',
  'vốn 300 triệu, 5 thành viên thì mỗi người góp tối đa bao nhiêu',
  'hỗ trợ 200 triệu cho 5 nhà thì mỗi nhà được bao nhiêu',
  'vay 300 triệu 2 người 12 tháng là bao nhiêu tiền lãi',
  'nghị định 98/2018 thì 5 người 3 tháng được bao nhiêu',
  'hỗ trợ 50% của 100 triệu, tối đa 40 triệu phải không',
  'đất 2000m2 trồng 500 cây quế được hỗ trợ bao nhiêu',
  '15 triệu nhân 2520 m2 là bao nhiêu',
  'ký hợp đồng trên 5 năm có được 10% không',
  'gọi cho tôi số 0912345678 lúc 9h',
  '5 con 60 kg được bao nhiêu',
  '43 triệu chia cho 30/400 phần của tôi là bao nhiêu',
];

describe('a sum', () => {
  it.each(asked)('%s', (message, value, kind) => {
    expect(sumIn(message)).toMatchObject({ result: { value, kind }, rest: '' });
  });

  it.each(claimed)('claimed: %s', (message, right) => {
    expect(sumIn(message)?.claimed?.right).toBe(right);
  });

  it.each(none)('none: %s', (message) => {
    expect(sumIn(message)).toBeUndefined();
  });

  it('a question behind it has numbers of its own', () => {
    const sum = sumIn('45 nhân 2 chia 3 được bao nhiêu, 28 người có đủ không');
    expect(sum).toMatchObject({ result: { value: 30 }, rest: '28 người có đủ không' });
  });

  it('whose people they are asks nothing besides', () => {
    expect(sumIn('hợp tác xã 28 người, 5% đi tập huấn là 2 người đúng không')?.rest).toBe('');
  });

  it('leaves what is asked behind it', () => {
    expect(sumIn('30% của 1,2 tỷ là 360tr à, thế nhà em bỏ 840 trước à')?.rest).toBe(
      'thế nhà em bỏ 840 trước à',
    );
  });
});
