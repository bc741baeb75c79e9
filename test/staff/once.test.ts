// A button pressed twice on a slow network: what it does is done once, and the second press is told what the first one did.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { accountId, firstAdmin, invited } from '../support/desk.ts';
import { type Client, hidden } from '../support/http.ts';

let app: TestApp;
let staff: Client;
let at: string;
let talk: string;

beforeAll(async () => {
  app = await startTestApp();
  staff = await invited(app, await firstAdmin(app), { role: 'staff', login: 'can.bo' });
  const lines = 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Trần Văn Tùng|0987654321|sáng|gửi đi';
  for (const line of lines.split('|')) await app.say('tung', line);
  const lead = await app.db.selectFrom('lead').select(['id', 'conversation_id']).executeTakeFirstOrThrow();
  at = `/can-bo/phieu/${lead.id}`;
  talk = `/can-bo/tro-chuyen/${lead.conversation_id}`;
});
afterAll(() => app.close());

/** The fields of the form that posts to an address. */
async function fieldsOf(page: string, action: string): Promise<Record<string, string>> {
  const { text } = await staff.get(page);
  const form = text.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
  return Object.fromEntries(['_csrf', '_once', 'seen'].map((name) => [name, hidden(form, name)]));
}
const twice = (path: string, fields: Record<string, string>) =>
  Promise.all([staff.post(path, fields), staff.post(path, fields)]);
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
  const [first, second] = await twice(`${at}/xu-ly`, work);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.location).toBe(first.location);
  expect(await notes()).toHaveLength(1);
  expect(await said()).toHaveLength(1);
});

test('words in a talk go out once; other words, or the same from a page opened anew, go', async () => {
  const fields = await fieldsOf(talk, `${talk}/nhan`);
  await twice(`${talk}/nhan`, { ...fields, text: 'Chào bác' });
  expect(await said()).toHaveLength(2);
  await staff.post(`${talk}/nhan`, { ...fields, text: 'Chào bác, mai họp' });
  await staff.post(`${talk}/nhan`, { ...(await fieldsOf(talk, `${talk}/nhan`)), text: 'Chào bác' });
  expect(await said()).toHaveLength(4);
  app.setNow('2026-11-23T03:01:00Z');
  await staff.post(`${talk}/nhan`, { ...fields, text: 'Chào bác' });
  expect(await said()).toHaveLength(5);
});

test('what was refused is refused again, not taken for done', async () => {
  const fields = await fieldsOf(at, `${at}/xu-ly`);
  const to = await accountId(app, 'quan.tri');
  await app.db.updateTable('staff_account').set({ disabled: 1 }).where('id', '=', to).execute();
  const work = { ...fields, status: '', reason: '', to, note: '', message: '' };
  for (const { status } of await twice(`${at}/xu-ly`, work)) expect(status).toBe(409);
});
