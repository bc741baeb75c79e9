// What anybody typed about a lead stands nowhere in the database as it is; what older versions wrote in the clear is sealed at the start.
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fileOf } from '../../src/database/open.ts';
import { findLead } from '../../src/leads/store/find.ts';
import { workOn } from '../../src/leads/store/review.ts';
import { sealOlder } from '../../src/leads/store/seal-older.ts';
import { changeOwnLead, eraseLeads } from '../../src/leads/store/write.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { freshDatabase, onBoth } from '../support/databases.ts';
import { addLead } from '../support/leads.ts';

const typed = { placeText: 'cạnh nhà bà Hoa', productText: 'chè của bà Hoa', bestTime: 'tối, hỏi bà Hoa' };
const reason = 'hẹn qua bà Hoa';
const now = new Date('2026-11-23T03:00:00Z');

const plain = { place_text: typed.placeText, product_text: typed.productText, best_time: typed.bestTime };

const stored = async (app: TestApp) => JSON.stringify(await app.db.selectFrom('lead').selectAll().execute());
const shown = async (app: TestApp, id: string) => {
  const lead = await findLead(app.db, app.vault, id);
  if (!lead) throw new Error('no such lead');
  const { placeText, productText, bestTime, statusReason, updatedAt } = lead;
  return { placeText, productText, bestTime, statusReason, updatedAt };
};

/** As an older version left it. */
async function addOlder(app: TestApp): Promise<string> {
  const id = await addLead(app, {});
  await app.db
    .updateTable('lead')
    .set({ ...plain, status_reason: reason })
    .where('id', '=', id)
    .execute();
  return id;
}

onBoth('typed about a lead', (kind) => {
  test('is sealed when it is written, changed and worked on, and read as it was typed', async () => {
    const app = await startTestApp(kind);
    const id = await addLead(app, typed);
    const { updatedAt: seen } = await shown(app, id);
    expect(
      await workOn(app.db, app.vault, id, { status: 'contacted', reason }, { actor: 'a', seen, now }),
    ).toBe('done');
    expect(await shown(app, id)).toMatchObject({ ...typed, statusReason: reason });
    expect(await stored(app)).not.toContain('bà Hoa');
    const { identityId } = (await findLead(app.db, app.vault, id)) ?? { identityId: '' };
    const details = { kind: 'group' as const, placeText: 'nhà ông Tùng' };
    await changeOwnLead(app.db, app.vault, { id, identityId, details }, now);
    expect(await shown(app, id)).toMatchObject({ placeText: 'nhà ông Tùng', productText: undefined });
    expect(await stored(app)).not.toContain('ông Tùng');
    await app.close();
  });

  test('of an older version is sealed at the start, once; nothing else of the lead changes', async () => {
    const fresh = await freshDatabase(kind);
    const before = await startTestApp(kind, {}, fresh);
    const ids = await Promise.all(Array.from({ length: 1100 }, () => addOlder(before)));
    const half = await addLead(before, typed);
    await before.db.updateTable('lead').set({ best_time: 'sáng' }).where('id', '=', half).execute();
    const seen = await shown(before, ids[0] ?? '');
    expect(seen).toMatchObject({ ...typed, statusReason: reason });
    await before.stop();

    const app = await startTestApp(kind, {}, fresh);
    for (const id of [ids[0], ids[599], ids.at(-1)]) expect(await shown(app, id ?? '')).toEqual(seen);
    expect(await shown(app, half)).toMatchObject({ ...typed, bestTime: 'sáng' });
    const sealed = await stored(app);
    expect(sealed).not.toContain('bà Hoa');
    await sealOlder(app.db, app.vault);
    expect(await stored(app)).toBe(sealed);
    await app.stop();
    if (kind === 'sqlite') expect(readFileSync(fileOf(fresh.url)).includes('bà Hoa')).toBe(false);
    await fresh.remove();
  });

  test('is gone with its person, from older columns too, and what an older process left of it goes at the next start', async () => {
    const app = await startTestApp(kind);
    const [older, newer, half] = [await addOlder(app), await addLead(app, typed), await addLead(app, typed)];
    await eraseLeads(app.db, [older, newer], now);
    await app.db.updateTable('lead').set({ erased_at: now.toISOString() }).where('id', '=', half).execute();
    await sealOlder(app.db, app.vault);
    const { rows } = await sql<Record<string, unknown>>`select * from lead`.execute(app.db);
    const left = rows.flatMap((row) =>
      Object.entries(row).filter(([name, value]) => /_text|best_time|reason/.test(name) && value !== null),
    );
    expect(left).toEqual([]);
    await app.close();
  });

  test('what a person writes or erases while older rows are sealed stays as they left it', async () => {
    const app = await startTestApp(kind);
    const ids = await Promise.all(Array.from({ length: 600 }, () => addOlder(app)));
    const gone = ids.slice(0, 30);
    await Promise.all([sealOlder(app.db, app.vault), ...gone.map((id) => eraseLeads(app.db, [id], now))]);
    for (const id of gone)
      expect(await shown(app, id)).toMatchObject({ placeText: undefined, statusReason: null });
    expect(await stored(app)).not.toContain('bà Hoa');
    await app.close();
  });
});
