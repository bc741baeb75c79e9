// The knowledge pages of the desk: what is not published is shown to staff, and tried in no talk.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { firstAdmin } from '../support/desk.ts';
import type { Client } from '../support/http.ts';
import { invented } from '../support/packs.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoi-htx-kho-'));
const id = 'to-may-nguoi';
const card = invented.published.find((c) => c.id === id);
let app: TestApp;
let admin: Client;

beforeAll(async () => {
  cpSync(invented.folder, folder, { recursive: true });
  const path = join(folder, invented.sources.find((f) => f.path.endsWith(`/${id}.yaml`))?.path ?? '');
  writeFileSync(path, readFileSync(path, 'utf8').replace('status: published', 'status: draft'));
  app = await startTestApp('sqlite', { KNOWLEDGE_DIR: folder });
  admin = await firstAdmin(app);
}, 120_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a draft is listed as one and its page shows what it would say', async () => {
  const { text } = await admin.get('/can-bo/kho');
  expect(text).toContain('Bản nháp (1)');
  expect(text).toContain(`href="/can-bo/kho/${id}"`);
  const named = await admin.get(`/can-bo/kho?tim=${encodeURIComponent(card?.title ?? '')}`);
  expect(named.text).toContain(`href="/can-bo/kho/${id}"`);
  const others = await admin.get('/can-bo/kho?tim=khong-the-nao-ten-the');
  expect(others.text).not.toContain(`href="/can-bo/kho/${id}"`);
  const page = await admin.get(`/can-bo/kho/${id}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain(card?.answer);
});

test.each(['2025-02-31', 'hôm qua', '2025-13-01', '31/12/2024'])(
  'tried as of “%s”: that it is no day is said with what to write, and nothing is answered',
  async (day) => {
    const { text } = await admin.get(`/can-bo/kho?q=le+phi&ngay=${encodeURIComponent(day)}`);
    expect(text).toMatch(/role="alert">Chưa thử được theo ngày “.+”: ngày (?:phải viết|không có thật)/);
    expect(text).not.toContain('class="tried"');
  },
);

test('with no day it is tried as of today', async () => {
  const { text } = await admin.get('/can-bo/kho?q=le+phi&ngay=');
  expect(text).toContain('Theo ngày 23/11/2026');
  expect(text).not.toContain('Chưa thử được');
});

test('its words are answered by another card or none, as a person would be', async () => {
  const ask = encodeURIComponent(card?.asks[0] ?? '');
  const { text } = await admin.get(`/can-bo/kho?q=${ask}`);
  expect(text.split('class="tried"')[1]?.split('</section>')[0]).not.toContain(card?.answer);
});
