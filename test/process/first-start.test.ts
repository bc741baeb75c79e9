// The first start has to learn, which takes long: that is said at once, and only then.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort, runProgram } from '../support/process.ts';

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

test('a stop that is asked for while it learns is not kept waiting for that', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-first-'));
  const program = spawn(process.execPath, ['src/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: folder, PORT: String(await freePort()) },
  });
  let output = '';
  program.stdout.on('data', (text) => (output += String(text)));
  await expect.poll(() => output, { timeout: 30_000 }).toContain('đang học');
  program.kill('SIGTERM');
  const [code] = await once(program, 'exit');
  expect(code).toBe(0);
  expect(existsSync(join(folder, 'cache'))).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});
