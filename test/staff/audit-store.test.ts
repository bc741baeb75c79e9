// The audit log read back by who and what, and what its lines were done to, on both databases.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../../src/database/audit.ts';
import { listAudit, subjectsOf } from '../../src/staff/store/audit-log.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';

onBoth('the audit log', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp(kind);
    await app.say('g', 'nuôi đà điểu thì kê vào ô số mấy');
    await app.db.deleteFrom('audit').execute();
  });
  afterAll(() => app.close());
  const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 23, 3, minute));
  const page = { limit: 10, offset: 0 };

  test('newest first, by actor and action', async () => {
    await audit(app.db, at(1), { actor: 'person', action: 'lead.created', subject: 'l' });
    await audit(app.db, at(2), { actor: 'a1', action: 'lead.viewed', subject: 'l' });
    await audit(app.db, at(3), { actor: 'a2', action: 'lead.note', subject: 'l' });
    await audit(app.db, at(4), { actor: 'system', action: 'retention', subject: 'all' });
    const found = async (filter: Parameters<typeof listAudit>[1], of = page) =>
      (await listAudit(app.db, filter, of)).map((r) => r.action);
    expect(await found({})).toEqual(['retention', 'lead.note', 'lead.viewed', 'lead.created']);
    expect(await found({ actor: 'staff' })).toEqual(['lead.note', 'lead.viewed']);
    expect(await found({ actor: 'person' })).toEqual(['lead.created']);
    expect(await found({ actor: 'staff', actions: ['lead.viewed', 'retention'] })).toEqual(['lead.viewed']);
    expect(await found({}, { limit: 2, offset: 1 })).toEqual(['lead.note', 'lead.viewed']);
  });

  test('a line on a talk or on a question leads to the talk; a word leads nowhere', async () => {
    const gap = await app.db.selectFrom('gap').select(['id', 'conversation_id']).executeTakeFirstOrThrow();
    await audit(app.db, at(5), [
      { actor: 'a1', action: 'gap.answered', subject: gap.id },
      { actor: 'a1', action: 'talk.said', subject: gap.conversation_id },
      { actor: 'a1', action: 'gap.done', subject: 'gaps' },
    ]);
    const subjects = await subjectsOf(app.db, await listAudit(app.db, { actor: 'a1' }, page));
    const talk = { kind: 'talk', conversationId: gap.conversation_id, channel: 'web' };
    expect(subjects.get(gap.id)).toEqual(talk);
    expect(subjects.get(gap.conversation_id)).toEqual(talk);
    expect(subjects.get('gaps')).toBeUndefined();
    expect((await subjectsOf(app.db, [])).size).toBe(0);
  });
});
