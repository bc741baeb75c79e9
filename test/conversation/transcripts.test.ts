// Whole talks, the same on every channel: through the edges of Telegram and Zalo against their stand-ins, on the web's store, and in the terminal.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText, Reply } from '../../src/conversation/message.ts';
import { freshState, type State } from '../../src/conversation/state.ts';
import { talkAlone } from '../../src/conversation/talk-alone.ts';
import { sayPhone } from '../../src/language/phones.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Edge, edges, startEdge } from '../support/edges.ts';
import { knowledge } from '../support/knowledge.ts';
import {
  type Driver,
  runTranscript,
  type Shown,
  type Transcript,
  transcripts,
} from '../support/transcript.ts';

const all = transcripts();
const waits = (talk: Transcript): boolean => talk.steps.some(({ step }) => step.kind === 'later');
test('there are at least twenty talks', () => expect(all.length).toBeGreaterThanOrEqual(20));

describe.each(edges)('through the edge of %s', (channel) => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge(channel);
  });
  afterAll(() => edge.close());

  // A talk mostly waits for what the platform is sent: several are held at once, but for those that move the clock all share.
  test.concurrent.each(all.filter((t) => !waits(t)))('$name', (talk) => runTranscript(talk, edge.talk()));
  test.each(all.filter(waits))('$name', (talk) => runTranscript(talk, edge.talk()));
});

describe('on the web', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  test.each(all)('$name', (talk) => runTranscript(talk, stored(talk.name)));

  function stored(address: string): Driver {
    let now = new Date('2026-11-23T03:00:00Z');
    return {
      later(hours) {
        now = new Date(now.getTime() + hours * 3_600_000);
      },
      async say(said) {
        app.setNow(now.toISOString());
        const { conversationId } = await app.say(address, said);
        return shown(app, conversationId);
      },
    };
  }
});

describe('in the terminal', () => {
  // Waiting for days needs a clock that moves; erasing and codes need the database.
  test.each(all.filter((t) => !waits(t)))('$name', (talk) => {
    const alone = talkAlone(knowledge, '2026-11-23', freshState);
    return runTranscript(talk, {
      later: () => undefined,
      async say(said) {
        const before = ownIn(alone.state());
        const turn = alone.say(said);
        for (const own of [...before, ...ownIn(turn.state)])
          expect(JSON.stringify(turn.kept), `${talk.name}: kept of a talk`).not.toContain(own);
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

/** The name (of more than a syllable, which may be a word) and the number in a form. */
function ownIn({ flow, paused }: State): string[] {
  const drafts = [flow, paused].flatMap((f) => (f?.flow === 'register' ? [f.draft] : []));
  return drafts.flatMap(({ name, phone }) => [
    ...(name?.includes(' ') ? [name] : []),
    ...(phone ? [phone, sayPhone(phone)] : []),
  ]);
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
