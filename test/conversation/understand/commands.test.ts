// What is asked to be done, in the shorthand people write it in.
import { expect, test } from 'vitest';
import { exactCommand } from '../../../src/conversation/understand/commands.ts';
import { knowledge } from '../../support/knowledge.ts';

test.each([
  ['uh dk di', 'register'],
  ['vay dang ky giup tui', 'register'],
  ['ừ, vậy đăng ký đi', 'register'],
  ['mà thôi đk lại', 'register'],
  ['ghép tui với họ đi', 'register'],
  ['thôi gặp cán bộ', 'staff'],
  ['thế vay', undefined],
  ['đăng ký ở đâu', undefined],
])('“%s” asks for the deed %s', (text, command) => {
  expect(exactCommand(knowledge, text)).toBe(command);
});
