// How near a message's own words come to a way of asking, of cards and of small talk.
import { expect, test } from 'vitest';
import { askedAs } from '../../../../src/conversation/understand/follow-up/asked-as.ts';
import { namedIn } from '../../../../src/conversation/understand/named.ts';
import { cueId } from '../../../../src/knowledge/search.ts';
import { knowledge } from '../../../support/knowledge.ts';

const asked = (message: string) => askedAs(knowledge)(namedIn(knowledge, message));
const some = [...knowledge.cards.values()].slice(0, 40).map(({ id, title }) => ({ id, title }));

test.each(some)('a card is asked wholly by its own title: $id', ({ id, title }) => {
  if (namedIn(knowledge, title).own.length === 0) return;
  expect(asked(title)(id)).toEqual({ holds: expect.closeTo(1), meets: expect.closeTo(1) });
});

test('a part of a way of asking is held by it, and meets it in part', () => {
  const whole = 'con dấu của hợp tác xã do ai giữ';
  const [id, ask] = [...knowledge.cards.values()]
    .flatMap((c) => c.asks.map((a) => [c.id, a] as const))
    .find(([, a]) => namedIn(knowledge, a).own.length > 4) ?? ['', whole];
  const { holds, meets } = asked(namedIn(knowledge, ask).own.slice(0, 2).join(' '))(id);
  expect(holds).toBeGreaterThan(0.9);
  expect(meets).toBeLessThan(0.9);
});

test('small talk is asked like a card; what has no words of its own is like nothing', () => {
  const [cue] = [...knowledge.cues.values()].filter((c) => !c.exact && c.asks.length > 0);
  const ask = cue?.asks.find((a) => namedIn(knowledge, a).own.length > 1) ?? '';
  expect(asked(ask)(cueId(cue?.id ?? '')).holds).toBeCloseTo(1);
  expect(asked('thế thì sao')(some[0]?.id ?? '')).toEqual({ holds: 0, meets: 0 });
});
