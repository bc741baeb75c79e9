// What /metrics still says while the database is down.
import { expect, test } from 'vitest';
import { makeMetrics } from '../../src/app/metrics.ts';
import { openDatabase } from '../../src/database/open.ts';
import { freshDatabase } from '../support/databases.ts';

test('a database that is down takes only its own figure away', async () => {
  const fresh = await freshDatabase('sqlite');
  const { db, close } = await openDatabase(fresh.url);
  const { registry, turns } = makeMetrics(db, ['web']);
  turns.inc({ channel: 'web', outcome: 'answered' });
  await close();
  const text = await registry.metrics();
  expect(text).toContain('hoihtx_turns_total{channel="web",outcome="answered"} 1');
  expect(text).toContain('process_cpu_seconds_total');
  expect(text).not.toMatch(/^hoihtx_outbox_pending/m);
  await fresh.remove();
});
