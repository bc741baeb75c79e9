// Nothing but anger or gloom, told from what only sounds like it.
import { expect, test } from 'vitest';
import { ventsOnly } from '../../../../src/conversation/understand/phrasing/vents.ts';
import { knowledge } from '../../../support/knowledge.ts';

test.each([
  'tức lắm',
  'bực mình quá đi',
  'chán',
  'buc minh qua',
  'chán quá trời ơi',
  'khổ lắm anh ơi',
  'tức thật',
  'chán mấy ông cán bộ',
  'chan may ong can bo qua',
])('%s', (text) => expect(ventsOnly(knowledge, text)).toBe(true));
test.each([
  'chan',
  'anh ơi',
  'chăn',
  'mua cây',
  'buôn',
  'mết',
  'bức tường',
  'chán không',
  'chuồng lợn mệt',
  'trồng cây',
])('not “%s”', (text) => expect(ventsOnly(knowledge, text)).toBe(false));
