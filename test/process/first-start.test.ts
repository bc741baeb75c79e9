// The first start has to learn, which takes long: that is said at once, and only then.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../support/process.ts';

test('what takes long is said before it listens, and not when it was learnt before', {
  timeout: 240_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-first-'));
  const program = await runProgram({
    DATABASE_URL: `sqlite:${join(folder, 'test.db')}`,
    DATA_DIR: folder,
    KNOWLEDGE_DIR: 'test/pack',
    CACHE_DIR: join(folder, 'cache'),
  });
  const said = /đang học các cách hỏi/g;
  await expect.poll(program.output).toContain('bàn cán bộ');
  expect(program.output().search(said)).toBeGreaterThanOrEqual(0);
  expect(program.output().search(said)).toBeLessThan(program.output().indexOf('bàn cán bộ'));
  await program.kill('SIGTERM');
  await program.start();
  await expect.poll(() => program.output().split('bàn cán bộ').length).toBe(3);
  expect(program.output().match(said)).toHaveLength(1);
  await program.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});
