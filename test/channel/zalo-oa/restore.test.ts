// An older copy put back by the command, the day after: the OA goes on with the tokens of the replaced database.
import { execFile } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeHealth } from '../../../src/channel/health.ts';
import { makeChannelStore } from '../../../src/channel/store.ts';
import { makeTokens } from '../../../src/channel/zalo-oa/tokens.ts';
import { checkKey } from '../../../src/database/check-key.ts';
import { takeCopy } from '../../../src/database/copy.ts';
import { type Opened, openDatabase } from '../../../src/database/open.ts';
import { loadKey, makeVault } from '../../../src/database/vault.ts';
import { dataKey } from '../../support/app.ts';
import { type Fresh, freshDatabase } from '../../support/databases.ts';
import { keys, startZaloOaStub, type ZaloOaStub } from '../../support/zalo-oa-stub.ts';

let now = new Date('2026-11-23T03:00:00Z');
const vault = makeVault(loadKey(dataKey, ''));
let fresh: Fresh;
let opened: Opened;
let stub: ZaloOaStub;
beforeEach(async () => {
  fresh = await freshDatabase('sqlite');
  opened = await openDatabase(fresh.url);
  await checkKey(opened.db, vault, now);
  stub = await startZaloOaStub(() => now);
});
afterEach(async () => {
  await opened.close();
  await stub.stop();
  await fresh.remove();
});
const tokens = () =>
  makeTokens({
    oauthRoot: stub.url,
    appId: keys.appId,
    appSecret: keys.appSecret,
    refreshToken: 'refresh-0',
    store: makeChannelStore(opened.db, vault, () => now),
    owner: 'a',
    clock: () => now,
    health: makeHealth(),
    log: { info: () => undefined, error: () => undefined },
  });
const restore = (copy: string): Promise<string> =>
  new Promise((done, failed) => {
    const env = { ...process.env, DATABASE_URL: fresh.url, DATA_DIR: fresh.folder, DATA_KEY: dataKey };
    execFile(process.execPath, ['src/cli/restore.ts', copy], { env }, (error, out, err) =>
      error ? failed(new Error(out + err)) : done(out),
    );
  });

test('the newer pair stays, trouble that the copy tells of goes; an older pair does not come back', async () => {
  await tokens().access();
  await opened.db
    .insertInto('channel_store')
    .values({ key: 'zalo-oa.trouble', value_sealed: vault.seal('old'), updated_at: '' })
    .execute();
  const copy = `${fresh.folder}/copy.db`;
  await takeCopy(fresh.url.slice('sqlite:'.length), copy, vault);
  now = new Date(now.getTime() + 21 * 3_600_000);
  expect(await tokens().access()).toEqual({ token: 'access-2' });
  await opened.close();

  expect(await restore(copy)).toContain('mã Zalo OA mới hơn');
  opened = await openDatabase(fresh.url);
  expect(await tokens().trouble()).toBeUndefined();
  expect(await tokens().access()).toEqual({ token: 'access-2' });
  now = new Date(now.getTime() + 21 * 3_600_000);
  expect(await tokens().access()).toEqual({ token: 'access-3' });
  await opened.close();

  // A copy newer than what it replaces brings its own.
  const newest = `${fresh.folder}/newest.db`;
  opened = await openDatabase(fresh.url);
  await takeCopy(fresh.url.slice('sqlite:'.length), newest, vault);
  const old = JSON.stringify({ access: 'x', refresh: 'x', refreshAt: '2026-01-01', first: 'refresh-0' });
  await makeChannelStore(opened.db, vault, () => now).put('zalo-oa.tokens', old);
  await opened.close();
  expect(await restore(newest)).not.toContain('mã Zalo OA');
  opened = await openDatabase(fresh.url);
  expect(await tokens().access()).toEqual({ token: 'access-3' });
}, 60_000);
