// Who comes for something else than forming a group, told from who wants to form one.
import { expect, test } from 'vitest';
import { notFormingBy } from '../../../src/conversation/understand/not-forming.ts';

test.each([
  ['htx tôi có 12 người', 'has'],
  ['hợp tác xã chúng em muốn vay vốn', 'has'],
  ['tôi là chủ tịch hội đồng quản trị', 'has'],
  ['lon nha toi chet 4 con', 'harmed'],
  ['bão làm gãy đổ hết vườn', 'harmed'],
  ['giám đốc tự ý bán máy xay', 'harmed'],
  ['bên em muốn lập htx thì cần mấy người', undefined],
  ['htx em ơi cần mấy người', undefined],
  ['điều kiện lập htx là gì', undefined],
  ['nhà em 4 hộ trồng chè', undefined],
])('“%s” comes for something else: %s', (text, why) => {
  expect(notFormingBy(text)).toBe(why);
});
