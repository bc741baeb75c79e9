// Twenty whole talks, each through the real database: what people type and what they get.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainText, Reply } from '../../src/conversation/message.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Driver, runTranscript, transcripts } from '../support/transcript.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

function driverOf(address: string): Driver {
  let now = new Date('2026-11-23T03:00:00Z');
  return {
    later(hours) {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    async say(said) {
      app.setNow(now.toISOString());
      const { conversationId } = await app.say(address, said);
      const turn = await app.db
        .selectFrom('turn')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow();
      const rows = await app.db
        .selectFrom('outbox')
        .selectAll()
        .where('turn_id', '=', turn.id)
        .orderBy('seq')
        .execute();
      const replies = rows.map((r) => Reply.parse(JSON.parse(app.vault.unseal(r.body_sealed ?? ''))));
      return {
        outcome: turn.outcome,
        cards: JSON.parse(turn.cards) as string[],
        text: replies.map(plainText).join('\n'),
        choices: replies.at(-1)?.choices ?? [],
      };
    },
  };
}

const all = transcripts();
test('there are at least twenty talks', () => expect(all.length).toBeGreaterThanOrEqual(20));
test.each(all)('$name', (talk) => runTranscript(talk, driverOf(talk.name)));
