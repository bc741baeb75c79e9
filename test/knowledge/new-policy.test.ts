// A policy of 2021–2025 ends and one of 2026–2030 comes two months later: what is answered the day before, on and after each date.
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/conversation/message.ts';
import { talkAlone } from '../../src/conversation/talk-alone.ts';
import { invented } from '../support/packs.ts';

const { knowledge } = invented;
const ask = (day: string, ...texts: string[]) => {
  const talk = talkAlone(knowledge, day);
  const turn = texts.map((text) => talk.say({ kind: 'text', text })).at(-1);
  return { ...turn, text: turn?.replies.map(plainText).join('\n') ?? '', cards: turn?.kept.cards };
};

const plain = 'mở hợp tác xã được cho bao nhiêu';
const oldAmount = '15 triệu đồng';
const newAmount = '40 triệu đồng';

describe('asked plainly, by the calendar', () => {
  test.each([
    [
      '2020-12-31',
      'tien-lap-moi-2021',
      'out_of_date',
      oldAmount,
      /từ 01\/01?\/2021 mới áp dụng|từ 01\/1\/2021/,
    ],
    ['2021-01-01', 'tien-lap-moi-2021', 'answered', oldAmount, /^(?!.*Lưu ý)/s],
    ['2025-12-31', 'tien-lap-moi-2021', 'answered', oldAmount, /^(?!.*Lưu ý)/s],
    [
      '2026-01-01',
      'tien-lap-moi-2021',
      'out_of_date',
      oldAmount,
      /31\/12\/2025, sau đó có Nghị quyết 08.*từ 01\/3\/2026 mới áp dụng/,
    ],
    ['2026-02-28', 'tien-lap-moi-2021', 'out_of_date', oldAmount, /31\/12\/2025/],
    ['2026-03-01', 'tien-lap-moi', 'answered', newAmount, /^(?!.*Lưu ý)/s],
    ['2026-03-02', 'tien-lap-moi', 'answered', newAmount, /^(?!.*Lưu ý)/s],
    ['2030-12-31', 'tien-lap-moi', 'answered', newAmount, /^(?!.*Lưu ý)/s],
    ['2031-01-01', 'tien-lap-moi', 'out_of_date', newAmount, /giai đoạn 2026–2030, giai đoạn đó đã qua/],
  ])('%s', (day, card, outcome, amount, words) => {
    const turn = ask(day, plain);
    expect(turn).toMatchObject({ cards: [card], outcome });
    expect(turn.text).toContain(amount);
    expect(turn.text).toMatch(words);
    expect(turn.text).not.toContain(amount === oldAmount ? newAmount : oldAmount);
  });
});

test('the old policy asked for by its number is answered by the one that holds, and that is said', () => {
  expect(ask('2026-02-28', 'nghị quyết 11 hỗ trợ htx mấy triệu')).toMatchObject({
    cards: ['tien-lap-moi-2021'],
  });
  expect(ask('2026-11-23', 'nghị quyết 11 hỗ trợ htx mấy triệu')).toMatchObject({ cards: ['tien-lap-moi'] });
  const over = 'Nghị quyết 11/2020/NQ-HĐND chỉ áp dụng đến hết ngày 31/12/2025';
  expect(ask('2026-11-23', 'nghị quyết 11 hỗ trợ htx mấy triệu').text.split('\n')[0]).toContain(over);
  expect(ask('2026-11-23', plain).text).not.toContain(over);
});

test('asked about 2024 in the time of the new policy, the old one answers as of then', () => {
  const turn = ask('2026-11-23', plain, 'năm 2024 thì sao?');
  expect(turn).toMatchObject({ cards: ['tien-lap-moi-2021'], outcome: 'answered' });
  expect(turn.text).toMatch(/Bạn hỏi về .*2024/);
});

test('an amount with a new value from a day: the day before, on and after it', () => {
  const fee = (day: string) => ask(day, 'đăng ký htx mất bao nhiêu tiền').text;
  expect(fee('2026-12-31')).toContain('120.000 đồng');
  expect(fee('2027-01-01')).toContain('60.000 đồng');
  expect(fee('2027-01-02')).toContain('60.000 đồng');
  expect(fee('2027-01-02')).not.toContain('120.000');
});
