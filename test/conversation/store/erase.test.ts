// Erasing once more, on both databases: what was erased before keeps its date and is not counted anew.
import { expect, test } from 'vitest';
import { erasePerson } from '../../../src/conversation/store/erase.ts';
import { startTestApp } from '../../support/app.ts';
import { onBoth } from '../../support/databases.ts';

onBoth('erased again', (kind) => {
  test('a lead that is erased already is left as it is', async () => {
    const app = await startTestApp(kind);
    const lines = 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Trần Văn Tùng|0987654321|sáng|gửi đi';
    for (const line of lines.split('|')) await app.say('tung', line);
    const person = await app.db
      .selectFrom('conversation')
      .select(['id as conversationId', 'identity_id as identityId'])
      .executeTakeFirstOrThrow();
    const erase = (at: string) =>
      app.db.transaction().execute((trx) => erasePerson(trx, person, new Date(at)));
    await erase('2026-12-01T00:00:00.000Z');
    await erase('2027-03-01T00:00:00.000Z');
    const lead = await app.db
      .selectFrom('lead')
      .select(['erased_at', 'updated_at'])
      .executeTakeFirstOrThrow();
    expect([lead.erased_at, lead.updated_at]).toEqual(Array(2).fill('2026-12-01T00:00:00.000Z'));
    const log = await app.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'person.erased')
      .orderBy('at')
      .execute();
    expect(log.map((l) => l.detail)).toEqual(['1 leads', '0 leads']);
    await app.close();
  });
});
