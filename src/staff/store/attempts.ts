// Sign-ins that failed or are being tried, counted per sign-in name and per address in the database, so that all processes count together; by keyed hashes, for what is typed as a name may be a password.
import { randomInt } from 'node:crypto';
import type { Database } from '../../database/open.ts';
import type { Vault } from '../../database/vault.ts';

const windowMs = 15 * 60_000;
const most = { login: 8, address: 30 } as const;
const keyOf = (vault: Vault, kind: keyof typeof most, value: string): string =>
  `${kind}:${vault.hash(`attempt:${kind}:${value.toLowerCase()}`)}`;

type Attempt = { keys: string[]; at: string };

/**
 * Writes an attempt down before the password is looked at, so that many at once count one another; undefined, and not
 * written, when there were too many.
 */
export async function beginAttempt(
  db: Database,
  vault: Vault,
  who: { login: string; address: string },
  now: Date,
): Promise<Attempt | undefined> {
  const kinds = Object.keys(most) as (keyof typeof most)[];
  // Its time is what an attempt is known by: digits below the millisecond tell it from others of the same one.
  const at = now.toISOString().replace('Z', `${String(randomInt(1_000_000)).padStart(6, '0')}Z`);
  const attempt = { keys: kinds.map((kind) => keyOf(vault, kind, who[kind])), at };
  await db
    .insertInto('attempt')
    .values(attempt.keys.map((key) => ({ key, at })))
    .execute();
  const since = new Date(now.getTime() - windowMs).toISOString();
  for (const kind of kinds) {
    const row = await db
      .selectFrom('attempt')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('key', '=', keyOf(vault, kind, who[kind]))
      .where('at', '>', since)
      .executeTakeFirst();
    if (Number(row?.n ?? 0) <= most[kind]) continue;
    await takeBack(db, attempt);
    return undefined;
  }
  return attempt;
}

/** The password was right: neither this attempt nor earlier ones at the name count any longer. */
export async function attemptRight(
  db: Database,
  vault: Vault,
  attempt: Attempt,
  login: string,
): Promise<void> {
  await takeBack(db, attempt);
  await db
    .deleteFrom('attempt')
    .where('key', '=', keyOf(vault, 'login', login))
    .execute();
}

async function takeBack(db: Database, { keys, at }: Attempt): Promise<void> {
  await db.deleteFrom('attempt').where('key', 'in', keys).where('at', '=', at).execute();
}
