// Claims of the outbox by two processes at the same moment: each message goes to one of them.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { claimDue, queue } from '../../src/conversation/store/outbox.ts';
import { peopleOf } from '../../src/conversation/store/people.ts';
import { type Opened, openDatabase } from '../../src/database/open.ts';
import { makeVault } from '../../src/database/vault.ts';
import { freshDatabase, onBoth } from '../support/databases.ts';

const vault = makeVault(Buffer.alloc(32, 3));

onBoth('claims', (kind) => {
  test('two at once, forty rounds: none twice, none left', async () => {
    const fresh = await freshDatabase(kind);
    const [one, two] = await Promise.all([openDatabase(fresh.url), openDatabase(fresh.url)]);
    const claim = ({ db }: Opened): Promise<{ id: string }[]> =>
      claimDue(db, vault, { channels: ['telegram'], now: new Date(), limit: 20, claimMs: 90_000, kind });
    const claimed: string[] = [];
    for (let round = 0; round < 40; round++) {
      const at = new Date().toISOString();
      const who = Array.from({ length: 20 }, (_, i) => ({
        channel: 'telegram' as const,
        address: `${round}-${i}`,
      }));
      const people = await peopleOf(one.db, who, at, { newId: randomUUID, lock: false });
      const messages = [...people.values()].map((p) => ({
        id: randomUUID(),
        conversationId: p.conversationId,
        identityId: p.identityId,
        channel: 'telegram' as const,
        seq: 1,
        turnId: null,
        reply: { blocks: [{ kind: 'say' as const, text: 'x' }], choices: [] },
      }));
      await queue(one.db, vault, messages, at);
      const both = (await Promise.all([claim(one), claim(two)])).flat();
      const rest = await claim(one);
      claimed.push(...[...both, ...rest].map((m) => m.id));
    }
    expect(claimed).toHaveLength(800);
    expect(new Set(claimed).size).toBe(800);
    await one.close();
    await two.close();
    await fresh.remove();
  }, 60_000);
});
