// A NUL, any other control sign and half a character are taken out on the way in, the same on both databases; a form of the desk with one is refused.
import { expect, test } from 'vitest';
import type { Said } from '../../../src/conversation/message.ts';
import { startTestApp } from '../../support/app.ts';
import { onBoth } from '../../support/databases.ts';
import { clientOf } from '../../support/http.ts';

onBoth('NUL', (kind) => {
  test('whatever is said is kept without it, and forms with it are refused', async () => {
    const app = await startTestApp(kind);
    const said: Said[] = [
      { kind: 'text', text: '\u0001htx\0 là\tgì\n\ud800\u001b' },
      { kind: 'contact', phone: '09\0', name: 'La\0n' },
      { kind: 'choose', id: 'do:\0menu' },
      { kind: 'start', source: 'a\0b' },
    ];
    for (const one of said) await app.say('p', one);
    // While staff have the talk, words are kept as they came.
    await app.db.updateTable('conversation').set({ staff_until: '2027-01-01T00:00:00.000Z' }).execute();
    await app.say('p', 'còn\0 tôi');
    const turns = await app.db.selectFrom('turn').select('said').orderBy('seq').execute();
    expect(turns[0]?.said).toBe('htx là gì \ufffd');
    expect(turns.at(-1)?.said).toBe('còn tôi');

    const client = clientOf(app.http);
    const link = new URL(app.firstLink ?? '').pathname;
    const account = {
      login: 'quan.tri',
      name: 'Qu\0an',
      password: 'mat khau dai 1',
      again: 'mat khau dai 1',
    };
    expect((await client.post(link, account)).status).toBe(400);
    expect((await client.post('/can-bo/dang-nhap', { login: 'a\0', password: 'b' })).status).toBe(400);
    expect((await client.post(link, { ...account, name: 'Quan' })).location).toBe('/can-bo');
    expect((await client.get('/can-bo/phieu?q=%00')).status).toBe(400);
    await app.close();
  });
});
