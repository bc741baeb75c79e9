// A signal to stop that comes when the program takes messages already but has not ended its start: it stops as cleanly as later.
import pg from 'pg';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/databases.ts';
import { runProgram } from '../support/process.ts';

test('SIGTERM between listening and the end of the start', { timeout: 240_000 }, async () => {
  const fresh = await freshDatabase('postgres');
  const program = await runProgram({ DATABASE_URL: fresh.url, DATA_DIR: fresh.folder });
  expect(await program.kill('SIGTERM')).toBe(0);
  const other = new pg.Client({ connectionString: fresh.url });
  await other.connect();
  // The last step of the start looks for leads past their time.
  await other.query('begin; lock table lead in access exclusive mode');
  await program.start();
  const ended = program.kill('SIGTERM');
  await new Promise((wake) => setTimeout(wake, 300));
  await other.query('commit');
  expect(await ended).toBe(0);
  await other.end();
  await fresh.remove();
});
