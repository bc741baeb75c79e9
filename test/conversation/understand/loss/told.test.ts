// How much was lost, as people say it, and what an answer's rates come to for it.
import { describe, expect, test } from 'vitest';
import { estimateOf } from '../../../../src/conversation/replies/estimate.ts';
import type { Loss } from '../../../../src/conversation/state/loss.ts';
import { asksSum } from '../../../../src/conversation/understand/loss/asks-sum.ts';
import { lossHeard, lossKept } from '../../../../src/conversation/understand/loss/kept.ts';
import { lossTold, withoutMeasures } from '../../../../src/conversation/understand/loss/measures.ts';
import { isOfOther, ratesOfOther } from '../../../../src/conversation/understand/loss/of-other.ts';
import { lossBehind } from '../../../../src/conversation/understand/loss/told.ts';
import { type Answer, answerWith } from '../../../../src/knowledge/answer.ts';
import { fold } from '../../../../src/language/fold.ts';
import { knowledge, today } from '../../../support/knowledge.ts';

describe('what is told of a loss', () => {
  test.each([
    ['nhà tôi 12 con lợn bị dịch tả', { heads: 12 }],
    ['cân hơi tầm 80 kg một con', { kgEach: 80 }],
    ['moi con khoang 75kg', { kgEach: 75 }],
    ['80kg/con', { kgEach: 80 }],
    ['mỗi con được tầm 9 yến', { kgEach: 90 }],
    ['nai 180kg 1 con', { kgEach: 180 }],
    ['30 con lợn thịt tổng 2 tấn phải chôn', { heads: 30, kg: 2000 }],
    ['ca dan duoc 1.200 kg', { kg: 1200 }],
    ['12 con 80 kg', { heads: 12, kgUnclear: 80 }],
    ['hai con 210 cân cả hai', { heads: 2, kg: 210 }],
    ['khoang 3 ta tat ca', { kg: 300 }],
    ['70 cân cả con to con nhỏ', { kgUnclear: 70 }],
    ['thi 9tr6 ha', {}],
    ['chôn mất 9 tạ', { kgUnclear: 900 }],
    ['1,5 ha lúa gieo 2 tháng, mất trắng', { ha: 1.5, days: 60, share: 100 }],
    ['lua gieo duoc 20 ngay, thiet hai 40%', { days: 20, share: 40 }],
    ['thiệt hại trên 70%', { share: 70.5 }],
    ['720 m2 lúa hỏng một nửa', { ha: 0.072, share: 50 }],
    ['ruộng 900m ngập', { ha: 0.09 }],
    ['nước dâng cao 2m, ngập sâu 100m', {}],
    ['2 sao lua ngap', { localArea: true, localUnits: 2 }],
    ['lúa chết hết rồi', { share: 100 }],
    ['ruộng ngô ngập hết một nửa', { share: 50 }],
    ['ngo troi het phan nua', { share: 50 }],
    ['chưa mất hết đâu', {}],
    ['lúa 50 ngày tuổi', { days: 50 }],
    ['chờ 20 ngày rồi chưa có tiền', {}],
    ['bị ngập 2 ngày', {}],
    ['nhà có 3 con nhỏ, 2 con gái', { heads: 3 }],
    ['bao nhiêu tiền một con', {}],
    ['lợn tiêu hủy được đền bao nhiêu một cân', {}],
    ['1 kg hơi được mấy nghìn', {}],
    ['được bao nhiêu 1 tạ', {}],
    ['ocop 5 sao', { localArea: true, localUnits: 5 }],
    [
      '9 con thịt trung bình 70kg, 2 nái 160kg, 3 con theo mẹ',
      {
        heads: 3,
        kgEach: 70,
        kgUnclear: 160,
        mixed: true,
        parts: [{ heads: 9, kgEach: 70 }, { heads: 2, kgEach: 160 }, { heads: 3 }],
      },
    ],
    [
      '14 con: 9 con 70 kg, 5 con 30 kg',
      {
        heads: 5,
        kgUnclear: 30,
        mixed: true,
        parts: [
          { heads: 9, kgEach: 70 },
          { heads: 5, kgEach: 30 },
        ],
      },
    ],
    ['chết 5 con, còn 9 con', { heads: 9, mixed: true }],
  ])('%s', (text, told) => {
    expect(lossTold(text)).toEqual(told);
  });
});

const answer = (id: string): Answer => answerWith(knowledge, id, today) as Answer;
const said = (id: string, ...lines: string[]): string => {
  const { card } = answer(id);
  const loss = lines.reduce<Loss | undefined>((before, line) => lossBehind(before, card, line), undefined);
  return estimateOf(knowledge, answer(id), loss)
    .map((b) => b.text)
    .join(' ');
};

describe('what the rates come to', () => {
  test.each([
    [
      'dich-lon',
      ['12 con', '80 kg một con'],
      '12 con × 80 kg = 960 kg; 960 kg × 40.000 đồng/kg = 38.400.000 đồng',
    ],
    ['dich-lon', ['12 con', '80 kg một con', 'à 15 con'], '1.200 kg × 40.000 đồng/kg = 48.000.000 đồng'],
    ['dich-lon', ['12 con', '80 kg một con', 'con hàng xóm 15 con lợn nái'], 'mỗi con bao nhiêu kg'],
    ['dich-lon', ['10 con', '90 kg một con', 'nhà bên cạnh 300kg thì sao'], '300 kg × 40.000 đồng/kg'],
    ['dich-lon', ['10 con', '90 kg một con', 'lợn nhà hàng xóm 2 tấn'], '2.000 kg × 40.000 đồng/kg'],
    ['dich-lon', ['12 con', '80 kg một con', 'tổng là 9 tạ'], '900 kg × 40.000 đồng/kg = 36.000.000 đồng'],
    ['dich-lon', ['tổng 2 tấn', '20 con', 'mỗi con 50 kg'], '1.000 kg × 40.000 đồng/kg'],
    ['dich-lon', ['chôn 3 tạ lợn'], '300 kg × 40.000 đồng/kg = 12.000.000 đồng'],
    ['dich-lon', ['12 con 80 kg'], '80 kg là mỗi con hay cả đàn? Mỗi con 80 kg thì 12 con × 80 kg = 960 kg'],
    ['dich-lon', ['12 con 80 kg', 'mỗi con'], '960 kg × 40.000 đồng/kg = 38.400.000 đồng'],
    ['dich-lon', ['12 con 80 kg', 'ca dan a'], '80 kg × 40.000 đồng/kg = 3.200.000 đồng'],
    ['dich-lon', ['12 con 900 kg'], '900 kg × 40.000 đồng/kg = 36.000.000 đồng'],
    ['dich-lon', ['12 con'], 'mỗi con bao nhiêu kg'],
    ['nd9-lua', ['1,5 ha đổ hết', 'gieo 2 tháng rồi'], '1,5 ha × 10.000.000 đồng/ha = 15.000.000 đồng'],
    ['nd9-lua', ['2 ha', 'gieo 45 ngày', 'thiệt hại 70%'], '2 ha × 4.000.000 đồng/ha = 8.000.000 đồng'],
    ['nd9-lua', ['2 ha', 'gieo 10 ngày', 'hơn 70%'], '2 ha × 6.000.000 đồng/ha = 12.000.000 đồng'],
    ['nd9-lua', ['2 ha', 'gieo 46 ngày', 'mất 30%'], '2 ha × 5.000.000 đồng/ha = 10.000.000 đồng'],
    ['nd9-lua', ['2 ha', 'gieo 46 ngày', 'mất 20%'], 'không khớp mức nào'],
    ['nd9-lua', ['3 ha mất trắng'], 'gieo được bao nhiêu ngày'],
    ['nd9-lua', ['3 ha', 'gieo 20 ngày'], 'mấy phần trăm'],
    ['nd9-lua', ['3 ha', 'gieo 20 ngày'], 'trên 70% diện tích: 3 ha × 8.000.000 đồng/ha = 24.000.000 đồng'],
    ['nd9-lua', ['3 ha', 'gieo 20 ngày'], '30% đến 70% diện tích: 3 ha × 4.000.000 đồng/ha = 12.000.000'],
    ['nd9-lua', ['gieo 60 ngày mất trắng', '1500m'], '0,15 ha × 10.000.000 đồng/ha = 1.500.000 đồng'],
    ['nd9-lua', ['2 sào', 'gieo 20 ngày', 'mất trắng'], 'mấy mét vuông'],
    [
      'nd9-lua',
      ['2 sào', 'gieo 20 ngày', 'mất trắng', '720 m2'],
      '0,072 ha × 8.000.000 đồng/ha = 576.000 đồng',
    ],
    ['dich-lon', ['14 con to, 3 con nái'], 'cộng lại giúp'],
    ['dich-lon', ['14 con to, 3 con nái', 'con to 35 cân, nái mỗi con 1 tạ 8'], 'cộng lại giúp'],
    ['dich-lon', ['14 con to, 3 con nái', 'tổng 1 tấn 3'], '1.300 kg × 40.000 đồng/kg = 52.000.000 đồng'],
    ['dich-lon', ['14 con to, 3 con nái', 'khoảng 970 cân'], '970 kg × 40.000 đồng/kg = 38.800.000 đồng'],
    ['dich-lon', ['14 con to, 3 con nái', 'thi 970kg do'], '970 kg × 40.000 đồng/kg'],
    ['dich-lon', ['14 con to, 3 con nái', 'em cộng lại là 9 tạ 7'], '970 kg × 40.000 đồng/kg'],
    ['dich-lon', ['14 con to, 3 con nái', 'tầm 200 cân thôi'], '200 kg × 40.000 đồng/kg'],
    ['dich-lon', ['14 con to, 3 con nái', 'con to 35 cân'], 'cộng lại giúp'],
    ['dich-lon', ['14 con to, 3 con nái', 'mỗi con 60 cân'], 'cộng lại giúp'],
    [
      'dich-lon',
      ['9 con thịt 70kg, 2 nái 160'],
      '9 con × 70 kg + 2 con × 160 kg = 950 kg; 950 kg × 40.000 đồng/kg = 38.000.000 đồng',
    ],
    ['dich-lon', ['9 con 70kg, 2 nái 160kg, 3 con theo mẹ'], 'Còn 3 con chưa có cân'],
    [
      'dich-lon',
      ['9 con 70kg, 2 nái 160kg, 3 con theo mẹ', '3 con ấy mỗi con 7 kg'],
      '+ 3 con × 7 kg = 971 kg; 971 kg × 40.000 đồng/kg = 38.840.000 đồng',
    ],
    ['dich-lon', ['9 con 70kg, 2 nái 160kg, 3 con theo mẹ', 'tính giúp tôi đi'], '950 kg × 40.000 đồng/kg'],
    ['dich-lon', ['9 con 70kg, 2 nái 160kg, 3 con theo mẹ', 'cả đàn 9 tạ 7'], '970 kg × 40.000 đồng/kg'],
    ['dich-lon', ['3 con nái 480 kg, 10 con thịt 80 kg'], '3 con × 160 kg + 10 con × 80 kg = 1.280 kg'],
    ['dich-lon', ['35 cân'], 'cả đàn bao nhiêu kg'],
    ['dich-lon', ['mỗi con 80 cân'], 'có mấy con'],
    ['nd9-lua', ['2 ha mất trắng', '60 ngày'], '2 ha × 10.000.000 đồng/ha = 20.000.000 đồng'],
    [
      'nd9-lua',
      ['5 sào cháy hết', '60 ngày', 'sao o day 360m'],
      '0,18 ha × 10.000.000 đồng/ha = 1.800.000 đồng',
    ],
    ['nd9-lua', ['nuoc tran xuong 2000 m2, mat trang', '60 ngày'], '0,2 ha × 10.000.000 đồng/ha'],
    ['nd9-rau-mau', ['rau mới trồng mất hết, nhà lưới 500 m2 đổ'], 'mấy héc-ta'],
    ['nd9-lua', ['2000 m2 mất trắng', 'hơn 45 ngày'], '10.000.000 đồng/ha = 2.000.000 đồng'],
    ['nd9-lua', ['5 sào cháy hết', '60 ngày', '360m2/sào'], '0,18 ha × 10.000.000 đồng/ha = 1.800.000 đồng'],
    [
      'nd9-lua',
      ['mỗi sào chỗ tôi 500 m²', '60 ngày, 2 sào mất hết'],
      '0,1 ha × 10.000.000 đồng/ha = 1.000.000 đồng',
    ],
    ['nd9-lua', ['5 sào cháy hết', '60 ngày', '1800 m2'], '0,18 ha × 10.000.000 đồng/ha = 1.800.000 đồng'],
    ['nd9-lua', ['2520 m2 mất trắng', '60 ngày', 'còn 3 sào nữa mất trắng, gieo 20 ngày'], 'mấy mét vuông'],
    ['nd9-lua', ['7 sào là 2520 m2', '60 ngày mất trắng', 'còn 1080 m2 nữa'], 'gieo được bao nhiêu ngày'],
    ['nd9-lua', ['7 sào là 2520 m2', '60 ngày mất trắng', 'à nhầm, 2000 m2'], '0,2 ha × 10.000.000 đồng/ha'],
    ['nd9-lua', ['5 sào là 1800 m2', '60 ngày mất trắng', '5 sào thôi'], '0,18 ha × 10.000.000 đồng/ha'],
    ['nd9-lua', ['2520 m2 mất trắng', '60 ngày', 'thực ra 6 sào'], 'mấy mét vuông'],
    ['nd9-ma', ['500 m2 mạ chết hết'], '0,05 ha × 30.000.000 đồng/ha = 1.500.000 đồng'],
  ])('%s: %j', (id, lines, sum) => {
    expect(said(id, ...lines)).toContain(sum);
  });

  test('never before something is told, nor for another answer’s loss, nor on a day the rule did not hold', () => {
    expect(said('dich-lon')).toBe('');
    const rice: Loss = { card: 'nd9-lua', ha: 2 };
    expect(estimateOf(knowledge, answer('dich-lon'), rice)).toEqual([]);
    const before = answerWith(knowledge, 'dich-lon', '2025-06-01') as Answer;
    expect(estimateOf(knowledge, before, { card: before.card.id, kg: 100 })).toEqual([]);
  });

  test('what is counted is always said to be no more than counted', () => {
    expect(said('dich-lon', 'tổng 100 kg')).toContain('chưa phải số được duyệt');
  });
});

test.each([
  ['nd9-lua', 'còn 5000m2 ngô mất 80%', true, 'nd9-rau-mau'],
  ['nd9-lua', 'mạ 500 m2 mất 90%', true, 'nd9-ma'],
  ['nd9-lua', 'ma 500 m2 mat 90%', true, undefined],
  ['nd9-lua', 'mà 2 ha thì sao', false, undefined],
  ['nd9-lua', 'nhung ma mat 80% thi sao', false, undefined],
  ['nd9-lua', 'lợn 300 kg thì sao', true, 'dich-lon'],
  ['tht-ho-so', 'nhà em trồng chè', false, undefined],
  ['nd9-lua', 'chuối 2000m2 gãy đổ hết', true, undefined],
  ['nd9-lua', '2 ha lúa', false, undefined],
  ['nd9-lua', 'mất 80%', false, undefined],
  ['dich-lon', 'à 15 con', false, undefined],
  ['nd9-lua', 'nho ban tinh cho toi 1200 met', false, undefined],
  ['nd9-lua', '4 sao bac bo la 1440 met', false, undefined],
  ['nd9-lua', 'nam nay gieo 50 ngay roi', false, undefined],
  ['nd9-lua', 'con bo chet 2 con', true, undefined],
  ['nd9-lua', 'ngo 500 m2 chet het', true, 'nd9-rau-mau'],
])('behind %s, “%s” is of something else: %s, counted by %s', (id, text, other, rates) => {
  const { card } = answer(id);
  expect(isOfOther(knowledge, card, text)).toBe(other);
  expect(ratesOfOther(knowledge, card, text)?.id).toBe(rates);
});

test.each([
  [
    'nd9-la-gi',
    'ruong lua 1500m ngap het, gieo 50 ngay',
    { card: 'nd9-lua', ha: 0.15, days: 50, share: 100 },
  ],
  ['nd9-la-gi', 'mưa to thế này thì khai ở đâu', undefined],
  ['tht-ho-so', 'nhà tôi có 2000 m2 lúa', undefined],
])('behind %s “%s” keeps what the rates count: %j', (id, text, loss) => {
  const kept = lossKept(knowledge, undefined, answer(id).card, text);
  expect(kept && JSON.parse(JSON.stringify(kept))).toEqual(loss);
});

test('what is told where no card answers it is kept with what was told before', () => {
  const before: Loss = { card: 'nd9-lua', localArea: true, localUnits: 3 };
  expect(lossHeard(knowledge, before, 'gieo 40 ngay roi')).toMatchObject({ days: 40, localUnits: 3 });
  expect(lossHeard(knowledge, before, 'con 2 con bo nua')).toBe(before);
  expect(lossHeard(knowledge, undefined, 'gieo 40 ngay roi')).toBeUndefined();
});

test.each([
  ['lua gieo 20 ngay, 1000m2, mat 80%', 'lua gieo , , mat'],
  ['ma nha toi 300m2 mat 90% duoc bao nhieu', 'ma nha toi mat duoc bao nhieu'],
  ['vốn góp tối đa 30%', 'vốn góp tối đa 30%'],
  ['đăng ký 20 ngày chưa có giấy', 'đăng ký 20 ngày chưa có giấy'],
])('“%s” asks with the words “%s”', (text, words) => {
  expect(withoutMeasures(text).replace(/\s+/g, ' ').trim()).toBe(words);
});

test.each([
  ['mất trắng rồi em ạ', 100],
  ['ngập hết trơn', 100],
  ['lúa trôi hết', 100],
  ['đổ rạp cả ruộng', 100],
  ['hỏng sạch sành sanh', 100],
  ['gãy hết', 100],
  ['vùi lấp toàn bộ', 100],
  ['chẳng còn gì đâu', 100],
  ['không gặt được hạt nào', 100],
  ['ko con cay nao', 100],
  ['coi như bỏ hết', 100],
  ['trắng tay', 100],
  ['hỏng mất phân nửa', 50],
  ['ngập khoảng một nửa', 50],
  ['chưa ngập hết đâu', undefined],
  ['không mất hết đâu', undefined],
  ['ngập hết ba ngày mới rút', undefined],
  ['ngập hết đường vào ruộng', undefined],
  ['đường ngập hết, lúa thì chưa biết', undefined],
  ['chờ hết nửa tháng', undefined],
  ['không còn gì để hỏi nữa', undefined],
  ['hết lúa giống', undefined],
])('the share lost in “%s”: %s', (text, share) => {
  expect(lossTold(text).share).toBe(share);
  expect(lossTold(fold(text)).share).toBe(share);
});

test.each([
  ['nhân bao nhiêu tiền', true],
  ['ối giời. nhân ra bao nhiêu', true],
  ['tính giúp tôi đi', true],
  ['cả thảy mấy triệu', true],
  ['thế tổng cộng được bao nhiêu tiền', true],
  ['cộng lại là bao nhiêu', true],
  ['vậy ra mấy tiền hả em', true],
  ['quy ra tiền giúp bác với', true],
  ['tất cả mấy người', false],
  ['tính cả nhãn thì bao nhiêu', false],
  ['vay được bao nhiêu', false],
  ['nộp ở đâu', false],
  ['tổng vốn bao nhiêu thì được', false],
])('“%s” asks what the loss comes to: %s', (text, asks) => {
  const loss: Loss = { card: 'dich-lon', kg: 970 };
  expect(asksSum(loss, 'dich-lon', text)).toBe(asks);
  expect(asksSum(loss, 'nd9-lua', text)).toBe(false);
  expect(asksSum({ card: 'dich-lon' }, 'dich-lon', text)).toBe(false);
});
