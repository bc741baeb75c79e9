// How the database is tried: once a second however many ask, and at once again after something failed.
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { makeWatch } from '../../src/database/watch.ts';
import { freshDatabase } from '../support/databases.ts';

test('a flood of questions is one write a second; a failure is seen at once', async () => {
  const fresh = await freshDatabase('sqlite');
  const { db, close } = await openDatabase(fresh.url);
  let writes = 0;
  const clock = () => new Date(Date.UTC(2026, 10, 23) + ++writes);
  const quiet = { info: () => undefined, error: () => undefined };
  const watch = makeWatch({ db, url: fresh.url, clock, log: quiet });
  for (let i = 0; i < 50; i++) expect(await watch.check()).toBe('ok');
  expect(writes).toBe(1);
  watch.failed(Object.assign(new Error('full'), { code: 'SQLITE_FULL' }));
  expect(await watch.check()).toBe('disk full');
  watch.saved();
  await new Promise((wake) => setTimeout(wake, 1100));
  const before = writes;
  expect(await watch.check()).toBe('ok');
  expect(writes).toBe(before + 1);
  await close();
  await fresh.remove();
});
