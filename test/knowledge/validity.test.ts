// Where a clause stands on each day: by its own dates, its document’s, and the period it states; and several clauses together.
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/knowledge/schema/document.ts';
import type { Provision } from '../../src/knowledge/schema/provision.ts';
import { standingOf, together } from '../../src/knowledge/validity.ts';

const clause: Provision = {
  id: 'p',
  document: 'd',
  words: 'x',
  facts: ['X-1'],
  source: 's',
  confidence: 'verified',
};
const text = (dates: Partial<Document>): Document => ({
  id: 'd',
  number: '1',
  title: 'Chính sách giai đoạn 2021 - 2025',
  short: 'D',
  issuer: 'I',
  verified: 'v',
  ...dates,
});

describe('where a clause stands, the day before, on and after each bound', () => {
  const period = text({ period_from: '2021-04-19', period_until: '2025-12-31' });
  const replaced = text({ ended_on: '2024-06-30', replaced_by: 'new' });
  test.each([
    [period, '2021-04-18', 'not_yet'],
    [period, '2021-04-19', 'in_force'],
    [period, '2025-12-31', 'in_force'],
    [period, '2026-01-01', 'ended'],
    [replaced, '2024-06-30', 'in_force'],
    [replaced, '2024-07-01', 'ended'],
    [text({ in_force_from: '2024-07-01' }), '2024-06-30', 'not_yet'],
    [text({ in_force_from: '2024-07-01' }), '2024-07-01', 'in_force'],
    [text({}), '2026-01-01', 'unknown'],
  ])('%#: %s', (document, day, validity) => {
    expect(standingOf(clause, document, day).validity).toBe(validity);
  });

  test('a period run out is never called repealed', () => {
    expect(standingOf(clause, period, '2026-11-23')).toEqual({
      validity: 'ended',
      until: '2025-12-31',
      because: 'period',
      period: '2021–2025',
    });
  });

  test("a clause's own end counts before its document's", () => {
    const own = { ...clause, until: '2025-06-30' };
    expect(standingOf(own, text({ in_force_from: '2024-07-18' }), '2025-07-01')).toMatchObject({
      validity: 'ended',
      because: 'clause',
    });
  });
});

test('several clauses together: ended only when all are, mixed speaks with a warning', () => {
  const inForce = { validity: 'in_force', from: undefined } as const;
  const ended = { validity: 'ended', until: '2025-12-31', because: 'period' } as const;
  expect(together([inForce, ended])).toBe('in_force');
  expect(together([ended, ended])).toBe('ended');
  expect(together([{ validity: 'unknown' }, inForce])).toBe('in_force');
  expect(together([])).toBe('unknown');
});
