// How old somebody is, told with nothing besides: "tuổi" is written out where it goes without saying.
import { expect, test } from 'vitest';
import { ageWritten } from '../../src/language/ages.ts';

test.each([
  ['con bé nhà em mới 16', 'con bé nhà em mới 16 tuổi'],
  ['con gái tôi mới mười sáu', 'con gái tôi mới mười sáu tuổi'],
  ['con be nha em moi 16 thoi', 'con be nha em moi 16 tuổi thoi'],
  ['con bê nhà em mới 16', 'con bê nhà em mới 16'],
  ['nhóm em mới 16', 'nhóm em mới 16'],
  ['con bé nhà em mới 16 tuổi', 'con bé nhà em mới 16 tuổi'],
  ['em mới 20', 'em mới 20'],
  ['con bé nhà em mới 16 mà bị bắt cưới', 'con bé nhà em mới 16 mà bị bắt cưới'],
])('“%s” is “%s”', (text, written) => expect(ageWritten(text)).toBe(written));
