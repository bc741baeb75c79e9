// How many they are, where more is said behind the number.
import { expect, test } from 'vitest';
import { countLed } from '../../../../src/conversation/understand/told/count-led.ts';

test.each([
  ['3, mà 1 đứa chuẩn bị đi nhật chưa chắc', 3],
  ['7 mà 1 đứa 17t nên ghi 6 chính thức đi', 6],
  ['tính cả vợ chồng con là 5 nhưng cứ để 4', 4],
  ['4 nhà, trong đó 1 nhà ở xa', 4],
  ['năm, con nhà bác Tư chưa biết', 5],
  ['3 sào, 2 ao', undefined],
  ['ghi 5 triệu, 6 con', undefined],
  ['có ai đâu, một mình thôi', undefined],
])('%s: %s', (text, members) => expect(countLed(text)?.members).toBe(members));
