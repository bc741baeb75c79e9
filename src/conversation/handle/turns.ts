// One batch of messages answered in memory: each talk's messages in order, every fact of the outcome collected to be written.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { vietnamDay } from '../../language/dates.ts';
import type { Lead } from '../../leads/lead.ts';
import type { Channel, Inbound, Limits, Reply } from '../message.ts';
import { faultReply, lostStateReply, tooFastReply } from '../replies/trouble.ts';
import { fitTo } from '../show/fit.ts';
import { freshState, type State } from '../state.ts';
import type { NewMessage } from '../store/outbox.ts';
import { type Person, whoKey } from '../store/people.ts';
import type { NewTurn } from '../store/turns.ts';
import { leadsAfter } from '../turn/leads-after.ts';
import { paceStep } from '../turn/pace.ts';
import type { Found, Happened, Need, Operator, Respond, Turn, World } from '../world.ts';
import { givenBack, type WhileTaken, whileTaken } from './taken-over.ts';

/** Everything a batch needs from outside, already loaded. */
export type BatchInput = {
  items: readonly Inbound[];
  people: ReadonlyMap<string, Person>;
  states: ReadonlyMap<string, State | 'unreadable'>;
  leads: ReadonlyMap<string, readonly Lead[]>;
  found: readonly Found[];
};

export type BatchOutput = {
  turns: NewTurn[];
  messages: NewMessage[];
  happened: { person: Person; turnId: string; event: Happened }[];
  talks: { person: Person; state: State; lastSeq: number }[];
  needs: Need[];
  /** Talks that staff had and whose people went on with the bot. */
  givenBack: Person[];
};

/** Where one talk stands after the messages of the batch so far. */
type Talk = {
  person: Person;
  state: State;
  lastSeq: number;
  leads: readonly Lead[];
  staffUntil: string | null;
};

export type Answering = {
  respond: Respond;
  knowledge: () => Knowledge;
  operator: () => Operator;
  limits: Record<Channel, Limits>;
  publicUrl: string;
  newId: () => string;
  newCode: () => string;
  /** Told when `respond` fails: the person gets an apology and the state is kept. */
  failed: (error: unknown, conversationId: string) => void;
};

const nothing = (): BatchOutput => ({
  turns: [],
  messages: [],
  happened: [],
  talks: [],
  needs: [],
  givenBack: [],
});

/** Stops early with `needs` when a turn asks for facts that were not loaded. */
export function answerBatch(input: BatchInput, by: Answering): BatchOutput {
  const out = nothing();
  const talks = new Map<string, Talk>();
  for (const item of input.items) {
    const person = input.people.get(whoKey(item));
    if (!person) throw new Error('a message without its person');
    const stored = input.states.get(person.conversationId);
    const talk: Talk = talks.get(person.conversationId) ?? {
      person,
      state: stored === undefined || stored === 'unreadable' ? freshState : stored,
      lastSeq: person.lastSeq,
      leads: input.leads.get(person.identityId) ?? [],
      staffUntil: person.staffUntil,
    };
    const lost = stored === 'unreadable' && !talks.has(person.conversationId);
    talks.set(person.conversationId, talk);
    const { pace, may } = paceStep(talk.state.pace, item.receivedAt);
    if (may !== 'go') {
      // Said once; what they write until they pause is left unanswered.
      if (may === 'ask-to-slow') send(out, talk, item, by, [tooFastReply(by.knowledge())], null);
      talk.state = { ...talk.state, pace };
      continue;
    }
    const world = worldFor(item, talk.leads, input.found, by);
    const { turn, givesBack } = answer(talk, item, world, by);
    if ('needs' in turn) {
      out.needs.push(...turn.needs);
      return out;
    }
    if (givesBack) {
      talk.staffUntil = null;
      out.givenBack.push(person);
    }
    record(out, talk, item, lost ? apologising(turn, world) : turn, by);
    talk.state = { ...talk.state, pace };
  }
  out.talks = [...talks.values()];
  return out;
}

/** What a person is told when staff give their talk back. */
export function returnToBot(
  told: { person: Person; state: State; leads: readonly Lead[]; now: Date },
  by: Answering,
): BatchOutput {
  const { person, state, leads, now } = told;
  const out = nothing();
  const talk: Talk = { person, state, lastSeq: person.lastSeq, leads, staffUntil: null };
  const at: At = { channel: person.channel, messageId: '', receivedAt: now };
  record(out, talk, at, givenBack({ state, world: worldFor(at, leads, [], by) }, 'staff'), by);
  out.talks = [talk];
  return out;
}

/** Where and when a turn is. */
type At = Pick<Inbound, 'channel' | 'messageId' | 'receivedAt'>;

function worldFor(item: At, ownLeads: readonly Lead[], found: readonly Found[], by: Answering): World {
  return {
    now: item.receivedAt,
    today: vietnamDay(item.receivedAt),
    channel: item.channel,
    messageId: item.messageId,
    knowledge: by.knowledge(),
    newId: by.newId,
    newCode: by.newCode,
    ownLeads,
    found,
    operator: by.operator(),
    publicUrl: by.publicUrl,
  };
}

function answer(talk: Talk, item: Inbound, world: World, by: Answering): WhileTaken {
  const { state, staffUntil: until } = talk;
  const { said } = item;
  const byBot = () => safely(() => by.respond(state, said, world), state, by, talk.person.conversationId);
  if (!until || until <= item.receivedAt.toISOString()) return { turn: byBot(), givesBack: false };
  const { buttons } = by.limits[item.channel];
  return whileTaken({ until, said, state, world, buttons, answer: byBot });
}

function safely(
  respond: () => ReturnType<Respond>,
  state: State,
  by: Answering,
  conversationId: string,
): ReturnType<Respond> {
  try {
    return respond();
  } catch (error) {
    by.failed(error, conversationId);
    const replies = [faultReply(by.knowledge())];
    return { state, replies, outcome: 'no_answer', happened: [], kept: { said: '', replies, cards: [] } };
  }
}

function apologising(turn: Turn, world: World): Turn {
  const sorry = lostStateReply(world.knowledge);
  return {
    ...turn,
    replies: [sorry, ...turn.replies],
    kept: { ...turn.kept, replies: [sorry, ...turn.kept.replies] },
  };
}

function record(out: BatchOutput, talk: Talk, item: At, turn: Turn, by: Answering): void {
  const { person } = talk;
  const at = item.receivedAt.toISOString();
  const turnId = by.newId();
  out.turns.push({
    id: turnId,
    conversationId: person.conversationId,
    seq: ++talk.lastSeq,
    at,
    said: turn.kept.said,
    replies: turn.kept.replies,
    outcome: turn.outcome,
    cards: turn.kept.cards,
  });
  send(out, talk, item, by, turn.replies, turnId);
  for (const event of turn.happened) out.happened.push({ person, turnId, event });
  talk.leads = turn.happened.reduce((leads, event) => leadsAfter(leads, event, at), talk.leads);
  talk.state = turn.state;
}

function send(
  out: BatchOutput,
  talk: Talk,
  item: At,
  by: Answering,
  replies: readonly Reply[],
  turnId: string | null,
): void {
  for (const reply of replies.flatMap((r) => fitTo(r, by.limits[item.channel]))) {
    out.messages.push({
      id: by.newId(),
      conversationId: talk.person.conversationId,
      identityId: talk.person.identityId,
      channel: item.channel,
      seq: ++talk.lastSeq,
      turnId,
      reply,
    });
  }
}
