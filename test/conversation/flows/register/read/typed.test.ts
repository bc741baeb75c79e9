// What is typed where the form is shown whole: a line by its name, or that it shall be sent.
import { expect, test } from 'vitest';
import {
  lineDenied,
  lineNamed,
  saysSend,
} from '../../../../../src/conversation/flows/register/read/typed.ts';

test.each([
  ['số người là 9', { step: 'members', value: '9' }],
  ['sửa tên thành Trần Thị Hoan', { step: 'name', value: 'Trần Thị Hoan' }],
  ['sửa số điện thoại', { step: 'phone' }],
  ['số người', { step: 'members' }],
  ['người ta bảo thế', undefined],
])('at the summary “%s” names %j', (text, line) => {
  expect(lineNamed(text)).toEqual(line);
});

test.each([
  ['đúng', true],
  ['dạ đúng ạ', true],
  ['ừ', true],
  ['gửi đi', true],
  ['đừng', false],
  ['dừng', false],
  ['đừng gửi', false],
  ['dung', false],
  ['dung gui', false],
  ['dung roi gui di', true],
  ['ok, đúng hết rồi', true],
  ['gửi được không?', false],
])('at the summary “%s” sends: %s', (text, sends) => {
  expect(saysSend(text)).toBe(sends);
});

test.each([
  ['tên chị không phải Hường', { step: 'name' }],
  ['ten toi ko phai vay', { step: 'name' }],
  ['số điện thoại của em không phải số đấy', { step: 'phone' }],
  ['tên thì không phải ghi', undefined],
  ['ten em co phai ghi khong', undefined],
  ['tên em là Hường', undefined],
  ['số người không phải 6', undefined],
])('“%s” denies the line %j', (text, line) => expect(lineDenied(text)).toEqual(line));
