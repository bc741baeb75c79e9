// A PostgreSQL database that pg_restore has just filled: checked before anything is written to it, and who else has a database open.
import { sql } from 'kysely';
import { checkWord, opens } from './check-key.ts';
import { anotherKey, type CopyFacts, CopyProblem, newerThanThis } from './copy.ts';
import { migrations, migrationsDone } from './migrate.ts';
import type { Database } from './open.ts';
import type { Vault } from './vault.ts';

/** Throws a CopyProblem unless it is this program's, of a version it knows, and sealed with this key. */
export async function checkDump(db: Database, vault: Vault): Promise<Omit<CopyFacts, 'bytes'>> {
  const done = await migrationsDone(db);
  if (done.length === 0)
    throw new CopyProblem('Cơ sở dữ liệu mới còn trống; hãy chạy pg_restore vào đó trước.');
  const newer = done.filter((name) => !(name in migrations));
  if (newer.length > 0) throw newerThanThis(newer);
  const word = await db
    .selectFrom('channel_store')
    .select('value_sealed')
    .where('key', '=', checkWord)
    .executeTakeFirst();
  if (!word || !opens(vault, word.value_sealed)) throw anotherKey();
  const { leads } = await db
    .selectFrom('lead')
    .select((e) => e.fn.countAll<string>().as('leads'))
    .executeTakeFirstOrThrow();
  const { latest } = await db
    .selectFrom('audit')
    .select((e) => e.fn.max('at').as('latest'))
    .executeTakeFirstOrThrow();
  return { leads: Number(leads), latest: latest ?? undefined };
}

/** Connections to a PostgreSQL database besides the one that asks; the server's own workers have no user. */
export async function othersConnected(db: Database): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null`.execute(db);
  return Number(rows[0]?.n ?? 0);
}
