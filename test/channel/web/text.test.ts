// What of a reply becomes a link on the web page: numbers to call and the privacy address, nothing that is masked, asked for or merely long.
import { describe, expect, test } from 'vitest';
import { ownWords, replyText } from '../../../src/channel/web/text.ts';
import type { Reply } from '../../../src/conversation/message.ts';

const address = 'https://hoi.example/quyen-rieng-tu';
const shown = (text: string, more: Partial<Reply> = {}): string =>
  replyText({ blocks: [{ kind: 'say', text }], choices: [], ...more }, address).join('');

describe('a number to call', () => {
  test.each([
    [
      'điện thoại 0216 3852 123, giờ làm việc',
      'điện thoại <a href="tel:+842163852123">0216 3852 123</a>, giờ',
    ],
    ['gọi 0912.345.678.', 'gọi <a href="tel:+84912345678">0912.345.678</a>.'],
    [
      '(024) 3822 1234, 0987654321',
      '<a href="tel:+842438221234">(024) 3822 1234</a>, <a href="tel:+84987654321">0987654321</a>',
    ],
    [
      `0912 345 678 – ${address}`,
      `<a href="tel:+84912345678">0912 345 678</a> – <a href="/quyen-rieng-tu">${address}</a>`,
    ],
    ['<b>0912 345 678</b>', '&lt;b&gt;<a href="tel:+84912345678">0912 345 678</a>&lt;/b&gt;'],
  ])('%s', (text, told) => {
    expect(shown(text)).toContain(told);
  });

  test.each([
    '300.000.000 đồng',
    'Luật 17/2023/QH15, Nghị định 113/2024/NĐ-CP',
    'gọi 114 hoặc 111',
    'ngày 01/07/2025, số 0123456789',
    'Số điện thoại: [số]',
    'mã HTX-2026-0912345',
  ])('none in: %s', (text) => {
    expect(shown(text)).not.toContain('<a ');
  });

  test('the example given where a number is asked for is nobody to be called', () => {
    expect(shown('Bạn gõ lại, ví dụ 0912 345 678', { asks: 'contact' })).not.toContain('<a ');
  });

  test('what the person typed holds no link', () => {
    expect(String(ownWords(`0912 345 678 ${address}`))).toBe(`0912 345 678 ${address}`);
  });
});

test('marks of what is masked are told in words', () => {
  expect(shown('Tên: [tên] [số] [mã]')).toBe(
    '<p class="say">Tên: (đã ghi, che đi) (đã ghi, che đi) [mã]</p>',
  );
  expect(String(ownWords('số của tôi [số] nhé'))).toBe('số của tôi (đã che đi) nhé');
});
