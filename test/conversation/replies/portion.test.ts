// Shares set by law, of the sum a person names.
import { describe, expect, test } from 'vitest';
import { talkAlone, transcript } from '../../../src/conversation/talk-alone.ts';
import { moneyIn } from '../../../src/language/money.ts';
import { knowledge } from '../../support/knowledge.ts';

const reply = (...said: string[]): string => {
  const talk = talkAlone(knowledge, '2026-11-24');
  return said.map((text) => transcript(talk.say({ kind: 'text', text }))).at(-1) ?? '';
};

describe('moneyIn', () => {
  test.each([
    ['lãi 80tr thì trích bn', [80e6]],
    ['lai 80 trieu', [80e6]],
    ['vốn 1 tỷ 2', [1.2e9]],
    ['von 1,5 ty', [1.5e9]],
    ['lãi 100.000.000 đồng', [100e6]],
    ['lời 80 củ', [80e6]],
    ['nhà xưởng 2 tỷ 5 thì được bao nhiêu', [2.5e9]],
    ['xuong 2 ty 5, may 1 ty', [2.5e9, 1e9]],
    ['lãi 1 triệu 8 một tháng', [1.8e6]],
    ['vay 50 triệu ngân hàng', [50e6]],
    ['vay 50 trieu ngan hang', [50e6]],
    ['10 trieu 1 ha', [10e6]],
    ['10 triệu 1 ha', [10e6]],
    ['3 trieu 5 sao', [3e6]],
    ['20 triệu 5 người góp', [20e6]],
    ['15% của 20 tỷ là 3 tỷ á', [20e9, 3e9]],
    ['2.000.000 con', []],
    ['30%', []],
    ['50k', []],
    ['', []],
  ])('%s', (text, sums) => {
    expect(moneyIn(text).map((m) => m.value)).toEqual(sums);
  });
});

describe('what a share comes to', () => {
  test.each([
    [['htx bán ngoài lãi 80tr thì trích quỹ chung bao nhiêu'], 'tối thiểu 5% của số ấy là 4.000.000 đồng'],
    [['htx von 500tr thi 1 nguoi gop toi da bao nhieu'], 'tối đa 30% của số ấy là 150.000.000 đồng'],
    [['Nghị định 98 hỗ trợ máy móc', 'máy sấy 80tr thì được bao nhiêu'], '30% của số ấy là 24.000.000 đồng'],
    [
      ['Nghị định 98 hỗ trợ máy móc', 'nhà xưởng 50 tỷ thì được bao nhiêu'],
      'nhưng không quá 10.000.000.000 đồng',
    ],
  ])('%j', (said, sum) => {
    expect(reply(...said)).toContain(sum);
  });
  test.each([
    [['Một người được góp tối đa bao nhiêu phần trăm vốn hợp tác xã', 'tôi góp 20 triệu được không']],
    [['Nghị định 98 hỗ trợ máy móc', 'máy 80tr hay 90tr đều được à']],
    [['Quỹ chung không chia phải trích bao nhiêu']],
    [['Quỹ hợp tác xã cho một người vay tối đa bao nhiêu', 'quỹ có 20 tỷ thì được mấy']],
  ])('nothing: %j', (said) => {
    expect(reply(...said)).not.toContain('của số ấy');
  });
});
