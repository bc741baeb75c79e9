// Failed sign-ins, counted per sign-in name and per address in the database, so that all processes count together.
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';

type Db = Kysely<Tables>;
const windowMs = 15 * 60_000;
const most = { login: 8, address: 30 } as const;
const keyOf = (kind: keyof typeof most, value: string): string =>
  `${kind}:${value.toLowerCase().slice(0, 120)}`;

export async function tooManyAttempts(
  db: Db,
  who: { login: string; address: string },
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - windowMs).toISOString();
  const count = async (kind: keyof typeof most): Promise<number> => {
    const row = await db
      .selectFrom('attempt')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('key', '=', keyOf(kind, who[kind]))
      .where('at', '>', since)
      .executeTakeFirst();
    return Number(row?.n ?? 0);
  };
  return (await count('login')) >= most.login || (await count('address')) >= most.address;
}

export async function addAttempt(db: Db, who: { login: string; address: string }, now: Date): Promise<void> {
  const at = now.toISOString();
  await db
    .insertInto('attempt')
    .values([
      { key: keyOf('login', who.login), at },
      { key: keyOf('address', who.address), at },
    ])
    .execute();
}

export async function clearAttempts(db: Db, login: string): Promise<void> {
  await db.deleteFrom('attempt').where('key', '=', keyOf('login', login)).execute();
}
