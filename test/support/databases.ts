// The same store tests on SQLite and PostgreSQL: `onBoth` runs a suite once for each, on a fresh database.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import type { Kind } from '../../src/database/open.ts';

export type Fresh = { url: string; folder: string; remove: () => Promise<void> };

/** `collation`: how PostgreSQL sorts words there, an ICU locale. */
export async function freshDatabase(kind: Kind, collation?: string): Promise<Fresh> {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-'));
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  if (kind === 'sqlite')
    return { url: `sqlite:${join(folder, 'test.db')}`, folder, remove: async () => clean() };
  const server = inject('postgresUrl');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const sorted = collation ? `locale_provider icu icu_locale '${collation}'` : '';
  await asAdmin(`create database ${name} template template0 encoding 'UTF8' ${sorted}`);
  return {
    url: `${server}/${name}`,
    folder,
    async remove() {
      await asAdmin(`drop database if exists ${name} with (force)`);
      clean();
    },
  };
}

/** One statement beside every test's database. */
export async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export const kinds: readonly Kind[] = ['sqlite', 'postgres'];

export function onBoth(name: string, suite: (kind: Kind) => void): void {
  describe.each(kinds)(`${name} (%s)`, (kind) => suite(kind));
}
