// Knows whether the database can be written just now: told of failures as they happen, tried by /ready with one small write.
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Fault, faultOf, folderFault } from './faults.ts';
import { type Database, fileOf, kindOf } from './open.ts';

type WatchDeps = {
  db: Database;
  url: string;
  clock: () => Date;
  log: {
    info: (data: object, message: string) => void;
    error: (data: object, message: string) => void;
  };
};
export type Watch = {
  /** Something was not saved. A fault of the database is one line when it begins, not one a message. */
  failed: (error: unknown) => void;
  saved: () => void;
  /** "ok" or what is wrong. */
  check: () => Promise<string>;
  /** Free bytes where the SQLite file lies; undefined on PostgreSQL. */
  free: () => Promise<number | undefined>;
};

const probeMs = 6000;
/** What failed so lately still counts, though a small write succeeds: a nearly full disk takes small ones. */
const lately = 15_000;

export function makeWatch(deps: WatchDeps): Watch {
  const file = kindOf(deps.url) === 'sqlite' ? fileOf(deps.url) : undefined;
  let wrong: { fault: Fault; at: number; count: number } | undefined;

  function failed(error: unknown): Fault | undefined {
    const said = faultOf(error);
    const fault = said === 'disk fault' && file ? (folderFault(dirname(file)) ?? said) : said;
    if (!fault) {
      deps.log.error({ reason: String(error).slice(0, 200) }, 'a message was not saved');
      return undefined;
    }
    if (wrong?.fault !== fault)
      deps.log.error(
        { fault, reason: String(error).slice(0, 120) },
        `database ${fault}: what comes in is refused with 503 until it works again`,
      );
    wrong = { fault, at: performance.now(), count: (wrong?.count ?? 0) + 1 };
    return fault;
  }
  function saved(): void {
    if (!wrong) return;
    deps.log.info({ fault: wrong.fault, refused: wrong.count }, 'database works again');
    wrong = undefined;
  }
  let probing: Promise<void> | undefined;
  /** One at a time, however many ask: probes that hang would take every connection. */
  function probe(): Promise<void> {
    probing ??= write().finally(() => {
      probing = undefined;
    });
    return probing;
  }
  async function write(): Promise<void> {
    const now = deps.clock().toISOString();
    await deps.db
      .insertInto('channel_store')
      .values({ key: 'ready', value_sealed: '', updated_at: now })
      .onConflict((c) => c.column('key').doUpdateSet({ updated_at: now }))
      .execute();
  }

  return {
    failed,
    saved,
    async check() {
      const late = new Promise<never>((_, fail) =>
        setTimeout(() => fail(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), probeMs).unref(),
      );
      try {
        await Promise.race([probe(), late]);
      } catch (error) {
        return failed(error) ?? 'failing';
      }
      if (wrong && performance.now() - wrong.at < lately) return wrong.fault;
      saved();
      return 'ok';
    },
    async free() {
      if (file === undefined || file === ':memory:') return undefined;
      const disk = await statfs(dirname(file)).catch(() => undefined);
      return disk && disk.bavail * disk.bsize;
    },
  };
}
