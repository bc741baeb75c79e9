// A button pressed twice on a slow network: what it does is done once, in whatever process the presses come to, and the second is told what the first did.
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskEnv } from '../../src/staff/deps.ts';
import { once } from '../../src/staff/once.ts';
import { endSend, sendLedTo, takeSend } from '../../src/staff/store/sent-once.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';
import { accountId, firstAdmin, invited } from '../support/desk.ts';
import { type Client, clientOf, hidden } from '../support/http.ts';

onBoth('a form sent twice', (kind) => {
  let app: TestApp;
  let second: TestApp;
  let staff: Client;
  let elsewhere: Client;
  let at: string;
  let talk: string;

  beforeAll(async () => {
    app = await startTestApp(kind);
    second = await startTestApp(kind, {}, app.fresh);
    staff = await invited(app, await firstAdmin(app), { role: 'staff', login: 'can.bo' });
    elsewhere = clientOf(second.http);
    for (const [name, value] of staff.cookies) elsewhere.cookies.set(name, value);
    const lines = 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Trần Văn Tùng|0987654321|sáng|gửi đi';
    for (const line of lines.split('|')) await app.say('tung', line);
    const lead = await app.db.selectFrom('lead').select(['id', 'conversation_id']).executeTakeFirstOrThrow();
    at = `/can-bo/phieu/${lead.id}`;
    talk = `/can-bo/tro-chuyen/${lead.conversation_id}`;
  });
  afterAll(async () => {
    await second.close();
    await app.close();
  });

  /** The fields of the form that posts to an address. */
  async function fieldsOf(page: string, action: string): Promise<Record<string, string>> {
    const { text } = await staff.get(page);
    const form = text.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
    return Object.fromEntries(['_csrf', '_once', 'seen'].map((name) => [name, hidden(form, name)]));
  }
  const twice = (path: string, fields: Record<string, string>, other = staff) =>
    Promise.all([staff.post(path, fields), other.post(path, fields)]);
  const notes = () => app.db.selectFrom('lead_event').selectAll().where('kind', '=', 'note').execute();
  const said = () => app.db.selectFrom('turn').selectAll().where('staff_id', 'is not', null).execute();

  test('a lead is saved once, and nobody is told that somebody else changed it', async () => {
    const fields = await fieldsOf(at, `${at}/xu-ly`);
    const work = {
      ...fields,
      status: 'contacted',
      reason: 'gọi lần một',
      to: '',
      note: 'hẹn mai',
      message: 'Mai gặp',
    };
    const [first, again] = await twice(`${at}/xu-ly`, work);
    expect([first.status, again.status]).toEqual([303, 303]);
    expect(again.location).toBe(first.location);
    expect((await elsewhere.post(`${at}/xu-ly`, work)).location).toBe(first.location);
    expect(await notes()).toHaveLength(1);
    expect(await said()).toHaveLength(1);
  });

  test('words in a talk go out once; other words, or the same from a page opened anew, go', async () => {
    const fields = await fieldsOf(talk, `${talk}/nhan`);
    const [first, again] = await twice(`${talk}/nhan`, { ...fields, text: 'Chào bác' }, elsewhere);
    expect([first.status, again.location]).toEqual([303, first.location]);
    expect(await said()).toHaveLength(2);
    await staff.post(`${talk}/nhan`, { ...fields, text: 'Chào bác, mai họp' });
    await staff.post(`${talk}/nhan`, { ...(await fieldsOf(talk, `${talk}/nhan`)), text: 'Chào bác' });
    expect(await said()).toHaveLength(4);
    app.setNow('2026-11-23T03:01:00Z');
    await staff.post(`${talk}/nhan`, { ...fields, text: 'Chào bác' });
    expect(await said()).toHaveLength(5);
  });

  test('what is kept of a form is a hash that needs our key: a name or password in it cannot be tried out', async () => {
    const fields = await fieldsOf(talk, `${talk}/nhan`);
    await app.db.deleteFrom('sent_once').execute();
    await staff.post(`${talk}/nhan`, { ...fields, text: 'Chào bác' });
    const kept = await app.db.selectFrom('sent_once').select('key').execute();
    expect(kept).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  test('what was refused is refused again, not taken for done', async () => {
    const fields = await fieldsOf(at, `${at}/xu-ly`);
    const to = await accountId(app, 'quan.tri');
    await app.db.updateTable('staff_account').set({ disabled: 1 }).where('id', '=', to).execute();
    const work = { ...fields, status: '', reason: '', to, note: '', message: '' };
    for (const { status } of await twice(`${at}/xu-ly`, work, elsewhere)) expect(status).toBe(409);
  });

  test('what is still being done is not begun again, however long a press has waited', async () => {
    let now = new Date('2026-11-23T03:00:00Z');
    let works = 0;
    let done = (): void => undefined;
    const working = new Promise<void>((end) => {
      done = end;
    });
    const desk = new Hono<DeskEnv>();
    desk.use(async (c, next) => {
      c.set('session', { account: { id: 'one' } } as never);
      await next();
    });
    desk.use(once({ db: app.db, vault: app.vault, clock: () => now }, { everyMs: 5, times: 3 }));
    desk.post('/lam', async (c) => {
      works++;
      await working;
      return c.redirect('/xong', 303);
    });
    const press = () => desk.request('/lam', { method: 'POST', body: new URLSearchParams({ _once: 'x' }) });
    const first = press();
    await expect.poll(() => works).toBe(1);
    now = new Date('2026-11-23T03:00:20Z');
    const second = await press();
    expect([second.status, works]).toEqual([503, 1]);
    expect(await second.text()).toContain('đang được làm');
    done();
    expect((await first).status).toBe(303);
    now = new Date('2026-11-23T03:00:14Z');
    expect([(await press()).headers.get('location'), works]).toEqual(['/xong', 1]);
  });

  test('what a process that is gone left undone may be sent anew after two minutes', async () => {
    const at = (seconds: number) => new Date(Date.parse('2026-11-23T04:00:00Z') + seconds * 1000);
    expect(await takeSend(app.db, 'gone', at(0))).toBe(true);
    expect(await takeSend(second.db, 'gone', at(16))).toBe(false);
    expect(await takeSend(second.db, 'gone', at(119))).toBe(false);
    expect(await takeSend(second.db, 'gone', at(121))).toBe(true);
  });

  test('of many at once one is the first; where it led is kept sealed; after fifteen seconds it may be sent anew', async () => {
    const now = new Date('2026-11-23T03:00:00Z');
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, i) => takeSend(i % 2 ? app.db : second.db, 'k', now)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await sendLedTo(app.db, app.vault, 'k')).toBeUndefined();
    await endSend(second.db, second.vault, { key: 'k', at: now }, '/can-bo/phieu?q=Trần+Văn+Tùng');
    expect(await sendLedTo(app.db, app.vault, 'k')).toBe('/can-bo/phieu?q=Trần+Văn+Tùng');
    expect(JSON.stringify(await app.db.selectFrom('sent_once').selectAll().execute())).not.toContain('phieu');
    expect(await takeSend(app.db, 'k', new Date(now.getTime() + 14_000))).toBe(false);
    const anew = new Date(now.getTime() + 16_000);
    expect(await takeSend(app.db, 'k', anew)).toBe(true);
    await endSend(second.db, second.vault, { key: 'k', at: now }, undefined);
    await endSend(second.db, second.vault, { key: 'k', at: now }, '/can-bo/late');
    expect(await takeSend(second.db, 'k', anew)).toBe(false);
    expect(await sendLedTo(app.db, app.vault, 'k')).toBeUndefined();
    await endSend(app.db, app.vault, { key: 'k', at: anew }, undefined);
    expect(await takeSend(second.db, 'k', anew)).toBe(true);
  });
});
