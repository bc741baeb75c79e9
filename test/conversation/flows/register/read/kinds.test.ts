// Of what kind the words typed into the form are, whatever its step asks for.
import { expect, test } from 'vitest';
import { kindOf } from '../../../../../src/conversation/flows/register/read/kinds.ts';
import type { World } from '../../../../../src/conversation/world.ts';
import { knowledge } from '../../../../support/knowledge.ts';

test.each([
  ['0912 345 678', 'phone'],
  ['ừ đúng rồi', 'agrees'],
  ['Dũng', undefined],
  ['Lâm ạ', undefined],
  ['gửi luôn đi', 'sends'],
  ['Hoàng Thị Dung', 'name'],
  ['khoảng chục người', 'count'],
  ['hai muoi', 'number'],
  ['lúc nào cũng được', 'time'],
  ['sau 5h', 'time'],
  ['buoi toi', 'time'],
  ['trong buổi sáng', 'time'],
  ['trồng bưởi', 'trade'],
  ['buoi', undefined],
  ['xã Minh Bảo', 'place'],
  ['trồng hồi', 'trade'],
  ['nuôi tằm', 'trade'],
  ['toi o Tuyen Quang', 'place'],
  ['dâu tây', undefined],
])('“%s” is of the kind: %s', (text, kind) => {
  expect(kindOf(text, { knowledge } as World)).toBe(kind);
});
