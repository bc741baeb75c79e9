// "Cái 30% ấy" points at the answer that says 30%.
import { describe, expect, test } from 'vitest';
import { pointsAtFigure } from '../../../../src/conversation/understand/follow-up/figure-pointed.ts';
import type { Card } from '../../../../src/knowledge/schema/card.ts';
import { knowledge } from '../../../support/knowledge.ts';

const card = (id: string): Card => knowledge.cards.get(id) as Card;

describe('pointsAtFigure', () => {
  test.each([
    ['nd98-ha-tang', 'nhà em chưa có htx, vậy cái 30% có được k', true],
    ['nd98-ha-tang', 'khoan 10 ty do ai cap', true],
    ['nd98-ha-tang', 'cái 35% có được không', false],
    ['nd98-ha-tang', 'được 30% à', false],
    ['nq06-20-trieu', 'khoản 20 triệu ấy chi cho việc gì', true],
    ['nq06-20-trieu', 'khoản 200 triệu ấy', false],
    ['nq06-20-trieu', '', false],
  ])('%s: %s', (id, message, points) => {
    expect(pointsAtFigure(card(id), message)).toBe(points);
  });
});
