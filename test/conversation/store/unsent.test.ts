// What was not sent is found by the index made for it: the page of channels must not read every message ever sent.
import { CompiledQuery } from 'kysely';
import { expect, test } from 'vitest';
import { listUnsent } from '../../../src/conversation/store/unsent.ts';
import { startTestApp } from '../../support/app.ts';

test('SQLite looks for what was given up in its own index', async () => {
  const app = await startTestApp();
  const asked: string[] = [];
  const db = app.db.withPlugin({
    transformQuery: ({ node }) => {
      asked.push(app.db.getExecutor().compileQuery(node, { queryId: 'x' }).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await listUnsent(db, '2026-11-01T00:00:00Z', 200);
  const sql = asked.find((a) => a.includes('failed')) ?? '';
  const { rows } = await app.db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${sql}`, ['2026-11-01T00:00:00Z', 200]),
  );
  expect(rows.map((r) => r.detail).join()).toContain('outbox_unsent');
  await app.close();
});
