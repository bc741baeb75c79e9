// Whole talks, the same on every channel: through the real database with each channel's limits, and in the terminal without one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Channel, plainText, Reply, type Said } from '../../src/conversation/message.ts';
import { freshState } from '../../src/conversation/state.ts';
import { talkAlone } from '../../src/conversation/talk-alone.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { knowledge } from '../support/knowledge.ts';
import { type Driver, runTranscript, type Shown, transcripts } from '../support/transcript.ts';

const all = transcripts();
test('there are at least twenty talks', () => expect(all.length).toBeGreaterThanOrEqual(20));

describe.each(['web', 'telegram', 'zalo-bot', 'zalo-oa'] as const)('on %s', (channel) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  test.each(all)('$name', (talk) => runTranscript(talk, stored(talk.name)));

  function stored(address: string): Driver {
    let now = new Date('2026-11-23T03:00:00Z');
    let last: Shown | undefined;
    return {
      later(hours) {
        now = new Date(now.getTime() + hours * 3_600_000);
      },
      async say(said) {
        app.setNow(now.toISOString());
        const { conversationId } = await app.say(address, asTyped(channel, said, last), { channel });
        last = await shown(app, conversationId);
        return last;
      },
    };
  }
});

describe('in the terminal', () => {
  // Waiting for days needs a clock that moves; erasing and codes need the database.
  test.each(all.filter((t) => !t.steps.some((s) => s.step.kind === 'later')))('$name', (talk) => {
    const alone = talkAlone(knowledge, '2026-11-23', freshState);
    return runTranscript(talk, {
      later: () => undefined,
      async say(said) {
        const turn = alone.say(said);
        return {
          outcome: turn.outcome,
          cards: turn.kept.cards,
          text: turn.replies.map(plainText).join('\n'),
          choices: turn.replies.at(-1)?.choices ?? [],
        };
      },
    });
  });
});

/** Zalo gives a tapped choice back as its words, and the Bot has no contact to share. */
function asTyped(channel: Channel, said: Said, last: Shown | undefined): Said {
  if (said.kind === 'choose' && channel.startsWith('zalo'))
    return { kind: 'text', text: last?.choices.find((c) => c.id === said.id)?.label ?? said.id };
  if (said.kind === 'contact' && channel === 'zalo-bot') return { kind: 'text', text: said.phone };
  return said;
}

async function shown(app: TestApp, conversationId: string): Promise<Shown> {
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
}
