// A run in which a test failed must end as failed: what the tests bring along may not say otherwise.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the PostgreSQL of the tests leaves the exit code alone', () => {
  const file = join(import.meta.dirname, '../support/postgres.ts');
  const script = `await import(${JSON.stringify(file)}); process.exitCode = 3;`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  expect(status).toBe(3);
});
