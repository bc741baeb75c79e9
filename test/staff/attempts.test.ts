// The limit on sign-ins holds for those at once as for those one after the other, and for all processes together.
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { makeVault } from '../../src/database/vault.ts';
import { attemptRight, beginAttempt } from '../../src/staff/store/attempts.ts';
import { startTestApp } from '../support/app.ts';
import { freshDatabase, onBoth } from '../support/databases.ts';
import { clientOf } from '../support/http.ts';

const vault = makeVault(Buffer.alloc(32, 7));

onBoth('attempts', (kind) => {
  test('at once, one after the other, taken away by a right password, over after a while', async () => {
    const fresh = await freshDatabase(kind);
    const two = await Promise.all([openDatabase(fresh.url), openDatabase(fresh.url)]);
    const db = two[0].db;
    const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 3, minute));
    const who = { login: 'quan.tri', address: '9.9.9.9' };
    const many = await Promise.all(
      Array.from({ length: 60 }, (_, i) => beginAttempt(two[i % 2 ? 1 : 0].db, vault, who, at(0))),
    );
    expect(many.filter((a) => a).length).toBeLessThanOrEqual(8);

    // Those refused were not written: the eight of before end together.
    let right: Awaited<ReturnType<typeof beginAttempt>>;
    for (let i = many.filter((a) => a).length; i < 8; i++) right = await beginAttempt(db, vault, who, at(1));
    for (let i = 0; i < 20; i++) expect(await beginAttempt(db, vault, who, at(2))).toBeUndefined();
    expect(await beginAttempt(db, vault, who, at(17))).toBeDefined();

    right ??= await beginAttempt(db, vault, who, at(17));
    if (right) await attemptRight(db, vault, right, 'Quan.Tri');
    for (let i = 0; i < 8; i++) expect(await beginAttempt(db, vault, who, at(17))).toBeDefined();
    expect(await beginAttempt(db, vault, who, at(17))).toBeUndefined();

    // An address has thirty, whatever names it tries.
    const names = Array.from({ length: 40 }, (_, i) => ({ login: `name${i}`, address: '7.7.7.7' }));
    const tried: unknown[] = [];
    for (const name of names) tried.push(await beginAttempt(db, vault, name, at(17)));
    expect(tried.filter((a) => a)).toHaveLength(30);
    for (const one of two) await one.close();
    await fresh.remove();
  });

  test('what was typed as a name, often a password, and where from stand nowhere as they are', async () => {
    const app = await startTestApp(kind);
    const typed = 'mat-khau-go-nham-o';
    const door = clientOf(app.http);
    expect((await door.post('/can-bo/dang-nhap', { login: typed, password: 'x' })).status).toBe(401);
    await beginAttempt(app.db, app.vault, { login: typed, address: '9.9.9.9' }, new Date());
    const kept = await app.db.selectFrom('attempt').selectAll().execute();
    expect(kept).toHaveLength(4);
    expect(JSON.stringify(kept)).not.toMatch(/go-nham|9\.9\.9/);
    await app.close();
  });
});
