// "Cái 30% ấy", "khoản 20 triệu đó": a figure of the last answer, pointed at by its value, points at that answer.

import { linesOf } from '../../../knowledge/said.ts';
import type { Card } from '../../../knowledge/schema/card.ts';
import { fold } from '../../../language/fold.ts';

const pointing = /\b(?:cai|muc|khoan|con so|so|han|phan|cho) (?:toi da )?(\d+(?:[.,]\d+)*) ?(%|[a-z])/g;

/** Every figure pointed at stands in the card, with its unit; false where none is pointed at. */
export function pointsAtFigure(card: Card, message: string): boolean {
  const pointed = [...fold(message).matchAll(pointing)];
  if (pointed.length === 0) return false;
  const said = fold(linesOf(card).join(' '));
  return pointed.every(([, value = '', unit = '']) =>
    new RegExp(`(?<![\\d.,])0?${value.replace(/[.,]/g, '\\$&')} ?${unit}`).test(said),
  );
}
