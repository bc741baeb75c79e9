// One form of a lead, on both databases: its work and its message are saved together or not at all, and an erasure at the same time neither waits for ever nor is written to.
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { erasePerson } from '../../src/conversation/store/erase.ts';
import type { Vault } from '../../src/database/vault.ts';
import { historyOf } from '../../src/leads/store/review.ts';
import { workAndSay } from '../../src/staff/store/work-and-say.ts';
import { startTestApp } from '../support/app.ts';
import { onBoth } from '../support/databases.ts';

onBoth('work and say', (kind) => {
  async function scene() {
    const app = await startTestApp(kind);
    const lines = 'đăng ký lập nhóm|tht|phường Văn Phú|gà|3|đồng ý|Trần Văn Tùng|0987654321|sáng|gửi đi';
    for (const line of lines.split('|')) await app.say('tung', line);
    const lead = await app.db
      .selectFrom('lead')
      .select(['id', 'identity_id as identityId', 'conversation_id as conversationId', 'updated_at as seen'])
      .executeTakeFirstOrThrow();
    const by = { actor: 'someone', seen: lead.seen, now: new Date('2026-11-24T00:00:00Z') };
    const save = (vault: Vault = app.vault) =>
      workAndSay(
        app.db,
        vault,
        lead.id,
        {
          work: { status: 'contacted', note: 'đã gọi' },
          message: { conversationId: lead.conversationId, text: 'Mai tôi ghé' },
        },
        by,
      );
    const kinds = async () => (await historyOf(app.db, app.vault, lead.id)).map((e) => e.kind).toSorted();
    const said = () => app.db.selectFrom('turn').select('id').where('staff_id', 'is not', null).execute();
    return { app, lead, save, kinds, said };
  }

  test('a fault at the message leaves nothing of the work, so that the second press does it once', async () => {
    const { app, save, kinds, said } = await scene();
    const failing: Vault = {
      ...app.vault,
      seal(text) {
        if (text.includes('Mai tôi ghé')) throw new Error('disk is full');
        return app.vault.seal(text);
      },
    };
    await expect(save(failing)).rejects.toThrow('disk is full');
    expect(await kinds()).toEqual(['created']);
    expect(await said()).toEqual([]);
    expect(await save()).toEqual({ worked: 'done', said: 'sent' });
    expect(await kinds()).toEqual(['created', 'note', 'status']);
    expect(await said()).toHaveLength(1);
    expect(await save()).toEqual({ worked: 'changed-meanwhile' });
    expect(await said()).toHaveLength(1);
    await app.close();
  });

  test('who erases everything meanwhile is not written to, and nobody waits for ever', async () => {
    const { app, lead, save, said } = await scene();
    let saved: ReturnType<typeof save> | undefined;
    await app.db.transaction().execute(async (trx) => {
      await trx
        .updateTable('conversation')
        .set({ staff_until: null })
        .where('id', '=', lead.conversationId)
        .execute();
      saved = save();
      saved.catch(() => undefined);
      await wait(150);
      await erasePerson(trx, lead, new Date('2026-11-24T01:00:00Z'));
    });
    expect(await saved).toEqual({ worked: 'gone' });
    expect(await said()).toEqual([]);
    await app.close();
  });
});
