// How near a message comes to the nearest way of telling a distress, with or without its marks and in shorthand.
import { expect, it } from 'vitest';
import { akin } from '../../../src/conversation/distress/akin.ts';
import { knowledge } from '../../support/knowledge.ts';

const mind = knowledge.cues.get('khan-cap-tinh-than');
if (!mind) throw new Error('no such entry');

it.each([
  [mind.asks[0] ?? '', 1, 1],
  ['khong muon song nua', 1, 1],
  ['ko muốn sống nữa', 1, 1],
  ['tôi không thiết sống nữa đâu', 0.5, 0.99],
  ['Tổ hợp tác nhà em hết mối hàng, định thôi nhau cho xong mà chẳng biết thưa ai', 0.05, 0.33],
  ['', 0, 0],
  ['🙂 !!!', 0, 0],
])('%s', (message, least, most) => {
  expect(akin(knowledge, mind, message)).toBeGreaterThanOrEqual(least - 1e-9);
  expect(akin(knowledge, mind, message)).toBeLessThanOrEqual(most + 1e-9);
});
