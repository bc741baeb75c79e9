// `npm run ask` with a day that is none: told at once what to write, before anything is read or answered.
import { expect, test } from 'vitest';
import { command } from '../support/command.ts';

test.each([
  [['lệ phí', '--as-of', '2025-02-31'], 'ngày không có thật'],
  [['lệ phí', '--as-of=2025-13-01'], 'ngày không có thật'],
  [['lệ phí', '--as-of', 'hôm qua'], 'ngày phải viết dạng năm-tháng-ngày'],
  [['lệ phí', '--as-of', '01/05/2023'], 'ngày phải viết dạng năm-tháng-ngày'],
  [['lệ phí', '--as-of'], 'ngày phải viết dạng năm-tháng-ngày'],
  [['lệ phí', '--as-of', '--why'], 'ngày phải viết dạng năm-tháng-ngày'],
  [['lệ phí', '--asof', '2023-05-01'], 'Không có tùy chọn --asof'],
])('%j', async (args, message) => {
  const { code, output } = await command('src/cli/ask.ts', args, { KNOWLEDGE_DIR: 'test/pack' });
  expect(code).toBe(2);
  expect(output).toContain(message);
  expect(output).toContain('Dùng: npm run ask');
});
