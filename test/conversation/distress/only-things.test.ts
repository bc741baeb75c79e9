// What was swept away told from who was: things alone are a loss, anything near a person stays danger.
import { expect, test } from 'vitest';
import { besidesThings } from '../../../src/conversation/distress/only-things.ts';
import { fold } from '../../../src/language/fold.ts';
import { knowledge } from '../../support/knowledge.ts';

test.each([
  ['nhà em bị lũ cuốn mất 30 con vịt', true],
  ['nhà tôi bị nước cuốn trôi 2 con lợn nái với 1 con bò, xã có hỗ trợ gì', true],
  ['đàn dê nhà em bị lũ cuốn trôi hết rồi', true],
  ['hàng xóm bị lũ cuốn trôi 2 con trâu', true],
  ['nhà em bị đất vùi mất cái xe máy', true],
  ['lũ cuốn mất con trai tôi', false],
  ['lũ cuốn mất con bé nhà tôi', false],
  ['lũ cuốn mất con dâu tôi', false],
  ['Lũ cuốn mất con bé', false],
  ['LŨ CUỐN MẤT CON TRAI', false],
  ['lũ cuốn cả nhà tôi', false],
  ['bố tôi bị lũ cuốn mất lúc ra dắt bò', false],
  ['nhà tôi bị nước cuốn mất 2 con', false],
  ['nhà tôi bị cuốn trôi', false],
  ['vợ tôi với con bò bị nước cuốn', false],
  ['nhà tôi bị lũ cuốn mất 3 con lợn, chồng tôi chạy theo', false],
  ['nhà tôi bị lũ cuốn mất 3 con lợn, thằng bé đang kẹt', false],
  ['nhà em bị cuốn trôi 5 con gà với thằng cháu', false],
  ['lũ cuốn trôi 20 con gà, nước vẫn đang lên', false],
  ['con cháu bị nước cuốn trôi', false],
])('“%s” tells of things alone, with marks and without: %s', (text, things) => {
  expect(besidesThings(knowledge, text) !== undefined).toBe(things);
  expect(besidesThings(knowledge, fold(text)) !== undefined).toBe(things);
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  expect(besidesThings(knowledge, bare) !== undefined).toBe(things);
});
