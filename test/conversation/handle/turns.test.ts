// What happens to the other messages of a batch when one fails: later ones of its talk fail too, other talks go on, a fault ends it at once.
import { randomUUID } from 'node:crypto';
import type { OperationNode } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Handle, makeHandle } from '../../../src/conversation/handle/index.ts';
import { freshState } from '../../../src/conversation/state.ts';
import { faultOf } from '../../../src/database/faults.ts';
import { type Opened, openDatabase } from '../../../src/database/open.ts';
import { makeVault } from '../../../src/database/vault.ts';
import { type Fresh, freshDatabase, onBoth } from '../../support/databases.ts';

onBoth('a batch', (kind) => {
  let fresh: Fresh;
  let opened: Opened;
  let handle: Handle;
  let tried: string[];
  let refused: unknown[];
  /** What storing a message of this id meets. */
  let broken: Map<string, Error>;
  beforeEach(async () => {
    fresh = await freshDatabase(kind);
    opened = await openDatabase(fresh.url);
    tried = [];
    refused = [];
    broken = new Map();
    const db = opened.db.withPlugin({
      transformQuery({ node }) {
        for (const [id, error] of broken)
          if (isMark(node) && JSON.stringify(node).includes(`"${id}"`)) {
            tried.push(id);
            throw error;
          }
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    handle = makeHandle({
      db,
      kind,
      vault: makeVault(Buffer.alloc(32, 3)),
      clock: () => new Date('2026-11-28T00:00:00Z'),
      respond: (_, said) => ({
        state: freshState,
        replies: [],
        outcome: 'answered',
        happened: [],
        kept: { said: said.kind === 'text' ? said.text : '', replies: [], cards: [] },
      }),
      knowledge: () => ({}) as never,
      operator: () => ({}) as never,
      limits: {} as never,
      publicUrl: '',
      newId: randomUUID,
      newCode: randomUUID,
      failed: () => undefined,
      pulled: ['web'],
      onCommitted: () => undefined,
      onFault: (error) => refused.push(error),
      log: { error: () => undefined, warn: () => undefined },
    });
  });
  afterEach(async () => {
    await handle.drain();
    await opened.close();
    await fresh.remove();
  });
  const isMark = (node: OperationNode): boolean =>
    node.kind === 'InsertQueryNode' && JSON.stringify(node).includes('"inbound"');
  const say = (address: string, text: string) =>
    handle
      .receive({
        channel: 'telegram',
        address,
        messageId: text,
        said: { kind: 'text', text },
        receivedAt: new Date('2026-11-28T00:00:00Z'),
      })
      .then(
        () => 'stored',
        (error: Error) => error.message,
      );
  const said = async (address: string) =>
    (
      await opened.db
        .selectFrom('turn')
        .innerJoin('conversation', 'conversation.id', 'turn.conversation_id')
        .innerJoin('identity', 'identity.id', 'conversation.identity_id')
        .select('turn.said')
        .where('identity.address', '=', address)
        .orderBy('turn.seq')
        .execute()
    ).map((t) => t.said);

  test('a message that fails takes the later ones of its talk with it, and no others', async () => {
    broken.set('hai', new Error('cannot be stored'));
    const all = [say('a', 'một'), say('a', 'hai'), say('b', 'xin'), say('a', 'ba'), say('b', 'chào')];
    expect(await Promise.all(all)).toEqual([
      'stored',
      'cannot be stored',
      'stored',
      'cannot be stored',
      'stored',
    ]);
    expect(await said('b')).toEqual(['xin', 'chào']);
    broken.clear();
    await Promise.all([say('a', 'hai'), say('a', 'ba')]);
    expect(await said('a')).toEqual(['một', 'hai', 'ba']);
  });

  test('a fault of the database met one by one refuses the rest untried', async () => {
    broken.set('một', new Error('cannot be stored'));
    broken.set('xin', Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
    broken.set('chào', Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
    const all = [say('a', 'một'), say('b', 'xin'), say('c', 'chào'), say('d', 'dạ')];
    expect(await Promise.all(all)).toEqual(['cannot be stored', 'gone', 'gone', 'gone']);
    expect(tried).toEqual(['một', 'một', 'xin']);
  });

  const late = (): Error => Object.assign(new Error('waited too long'), { code: '55P03' });
  test('one talk that waits too long for a lock is refused alone', async () => {
    broken.set('hai', late());
    const all = [
      say('a', 'một'),
      say('b', 'hai'),
      say('b', 'ba'),
      ...[...'cdefghijkl'].map((who) => say(who, who)),
    ];
    const results = await Promise.all(all);
    expect(results.slice(0, 3)).toEqual(['stored', 'waited too long', 'waited too long']);
    expect(new Set(results.slice(3))).toEqual(new Set(['stored']));
    expect(refused.map(faultOf)).toEqual([undefined]);
    // And again, in a batch of its own: still the one talk, though nothing was saved in between.
    expect(await say('b', 'hai')).toBe('waited too long');
    expect(refused.map(faultOf)).toEqual([undefined, undefined]);
  });

  test('many that do are a fault: those not tried yet are refused at once, in a batch and one after another', async () => {
    const ids = Array.from({ length: 40 }, (_, i) => `m${i}`);
    for (const id of ids) broken.set(id, late());
    const results = await Promise.all(ids.map((id) => say(id, id)));
    expect(results).not.toContain('stored');
    // Once together, then hardly more than are replayed beside each other.
    expect(tried.length).toBeLessThan(12);
    expect(refused.map(faultOf)).toContain('locked by another program');
    broken.clear();
    expect(await say('m0', 'm0')).toBe('stored');
    refused.length = 0;
    for (const id of ['x', 'y', 'z']) broken.set(id, late());
    for (const id of ['x', 'y', 'z']) await say(id, id);
    expect(refused.map(faultOf)).toEqual([
      undefined,
      'locked by another program',
      'locked by another program',
    ]);
  });

  // SQLite knows no row that another holds.
  if (kind === 'postgres') {
    const holding = async (pattern: string): Promise<{ letGo: () => Promise<void> }> => {
      const client = new pg.Client({ connectionString: fresh.url });
      await client.connect();
      await client.query('begin');
      await client.query(
        'select 1 from conversation c join identity i on i.id = c.identity_id where i.address like $1 for update of c',
        [pattern],
      );
      return {
        async letGo() {
          await client.query('rollback');
          await client.end();
        },
      };
    };

    test('ten talks that another holds keep nobody else waiting, and are refused after two seconds', async () => {
      for (let i = 0; i < 10; i++) await say(`stuck${i}`, 'first');
      await say('free', 'first');
      const { letGo } = await holding('stuck%');
      const began = performance.now();
      const stuck = Array.from({ length: 10 }, (_, i) => say(`stuck${i}`, 'second'));
      expect(await say('free', 'second')).toBe('stored');
      expect(await say('new', 'first')).toBe('stored');
      expect(performance.now() - began).toBeLessThan(1000);
      expect(new Set(await Promise.all(stuck))).toEqual(new Set(['another transaction holds the talk']));
      expect(performance.now() - began).toBeLessThan(4000);
      await letGo();
      expect(await say('stuck0', 'second')).toBe('stored');
    });

    test('a table that another holds: all are refused in two waits, not each in its own', async () => {
      const who = Array.from({ length: 24 }, (_, i) => `p${i}`);
      for (const one of who) await say(one, 'first');
      const client = new pg.Client({ connectionString: fresh.url });
      await client.connect();
      await client.query('begin; lock table turn in share mode');
      const began = performance.now();
      const results = await Promise.all(who.map((one) => say(one, 'second')));
      expect(results).not.toContain('stored');
      expect(performance.now() - began).toBeLessThan(20_000);
      expect(refused.map(faultOf)).toContain('locked by another program');
      await client.query('rollback');
      await client.end();
      expect(new Set(await Promise.all(who.map((one) => say(one, 'second'))))).toEqual(new Set(['stored']));
    });

    test('a talk held for a moment is answered in order, with what came meanwhile', async () => {
      await say('a', 'không');
      const { letGo } = await holding('a');
      const all = [say('a', 'một'), say('a', 'hai')];
      await new Promise((wake) => setTimeout(wake, 500));
      all.push(say('a', 'ba'));
      await new Promise((wake) => setTimeout(wake, 200));
      await letGo();
      all.push(say('a', 'bốn'));
      expect(await Promise.all(all)).toEqual(['stored', 'stored', 'stored', 'stored']);
      expect(await said('a')).toEqual(['không', 'một', 'hai', 'ba', 'bốn']);
      expect(refused).toEqual([]);
    });
  }
});
