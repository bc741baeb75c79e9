// Takes the talks of a batch for this transaction on PostgreSQL; those that another transaction holds are named, not waited for.
import type { Database } from '../../database/open.ts';
import { type Who, whoKey } from './people.ts';

/** The keys of `who` whose talk another holds; the other talks that exist are locked until the transaction ends. */
export async function heldElsewhere(db: Database, who: readonly Who[]): Promise<Set<string>> {
  const channels = [...new Set(who.map((w) => w.channel))];
  const addresses = [...new Set(who.map((w) => w.address))];
  const wanted = new Set(who.map(whoKey));
  const known = await db
    .selectFrom('identity')
    .select(['channel', 'address'])
    .where('channel', 'in', channels)
    .where('address', 'in', addresses)
    .execute();
  const held = new Set(known.map(whoKey).filter((key) => wanted.has(key)));
  if (held.size === 0) return held;
  const ours = await db
    .selectFrom('identity')
    .innerJoin('conversation', 'conversation.identity_id', 'identity.id')
    .select(['identity.channel', 'identity.address'])
    .where('identity.channel', 'in', channels)
    .where('identity.address', 'in', addresses)
    .forUpdate(['identity', 'conversation'])
    .skipLocked()
    .execute();
  for (const free of ours) held.delete(whoKey(free));
  return held;
}
