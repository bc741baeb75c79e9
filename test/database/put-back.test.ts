// A restore that fails half-way changes nothing: the copy lies whole beside the database before the old file is moved.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkKey } from '../../src/database/check-key.ts';
import { CopyProblem, checkCopy, layDown, putInPlace, takeCopy } from '../../src/database/copy.ts';
import { fileOf, openDatabase } from '../../src/database/open.ts';
import { makeVault } from '../../src/database/vault.ts';
import { type Fresh, freshDatabase } from '../support/databases.ts';
import { makeDisk } from '../support/disk.ts';

const vault = makeVault(Buffer.alloc(32, 3));
let fresh: Fresh;
let target: string;
let copy: string;
beforeEach(async () => {
  fresh = await freshDatabase('sqlite');
  target = fileOf(fresh.url);
  copy = `${fresh.folder}/copy.db`;
  const { db, close } = await openDatabase(fresh.url);
  await checkKey(db, vault, new Date('2026-11-28T00:00:00Z'));
  await close();
  await takeCopy(target, copy, vault);
});
afterEach(() => fresh.remove());

test('a copy that cannot be laid down leaves the database as it was, and says why', () => {
  const before = checkCopy(target, vault);
  // Stands for a full disk: nothing can be written under this name.
  mkdirSync(`${target}.part`);
  expect(() => layDown(copy, target)).toThrow(CopyProblem);
  expect(checkCopy(target, vault)).toEqual(before);
  expect(readdirSync(fresh.folder).filter((name) => name.includes('truoc'))).toEqual([]);
});

test('a copy takes the place, the old file is kept, nothing else is left, and none of it is open to others', () => {
  const old = readFileSync(target);
  // As other programs leave what they fetch.
  chmodSync(copy, 0o644);
  const part = layDown(copy, target);
  const kept = putInPlace(part, target, 'stamp');
  expect(kept).toBe(`${target}.truoc-stamp`);
  expect(readFileSync(kept ?? '')).toHaveLength(old.length);
  expect(readFileSync(target)).toEqual(readFileSync(copy));
  expect(existsSync(`${target}.part`)).toBe(false);
  for (const file of [target, kept ?? '']) expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a copy that is refused leaves nothing of itself', async () => {
  const other = makeVault(Buffer.alloc(32, 4));
  await expect(takeCopy(target, `${fresh.folder}/refused.db`, other)).rejects.toThrow('không phải khóa');
  expect(readdirSync(fresh.folder).filter((name) => name.startsWith('refused'))).toEqual([]);
});

test('a copy that finds no room says so and leaves nothing of itself', async ({ skip }) => {
  const disk = makeDisk(`${fresh.folder}/full`, 1);
  try {
    if (disk.kind !== 'tmpfs') skip('no disk to fill here');
    disk.fill(process.pid);
    await expect(takeCopy(target, `${disk.folder}/copy.db`, vault)).rejects.toThrow(/disk full/);
    expect(readdirSync(disk.folder)).toEqual(['filler']);
  } finally {
    disk.remove();
  }
});
