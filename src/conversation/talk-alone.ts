// One talk in memory, no database: for `ask`, the evaluation and transcripts. Turns run through the same `respond`.

import type { Knowledge } from '../knowledge/knowledge.ts';
import { leadCode } from '../leads/code.ts';
import type { Lead } from '../leads/lead.ts';
import { plainText, type Said } from './message.ts';
import { respond } from './respond.ts';
import { freshState, type State } from './state.ts';
import { leadsAfter } from './turn/leads-after.ts';
import { type Turn, unnamedOperator, type World } from './world.ts';

export type Alone = { say: (said: Said) => Turn; state: () => State };

/** `day` is the Vietnamese calendar day of the whole talk, `asOf` the day it asks about when that is another; ids count up, so that the same talk gives the same turns. */
export function talkAlone(
  knowledge: Knowledge,
  day: string,
  start: State = { ...freshState, greeted: true },
  asOf?: string,
): Alone {
  let state = start;
  let count = 0;
  let leads: readonly Lead[] = [];
  const now = new Date(`${day}T05:00:00Z`);
  const world = (): World => ({
    now,
    today: day,
    ...(asOf ? { asOf } : {}),
    channel: 'console',
    messageId: `m${count}`,
    knowledge,
    newId: () => `id${++count}`,
    newCode: () => leadCode([0, 0, 0, 0, ++count]),
    ownLeads: leads,
    found: [],
    operator: { name: unnamedOperator },
    publicUrl: 'http://localhost:3000',
  });
  const turnOf = (said: Said): Turn => {
    const first = respond(state, said, world());
    if (!('needs' in first)) return first;
    const found = first.needs.map((n) => ({
      kind: n.kind,
      code: n.code,
      lead: leads.find((l) => l.code === n.code),
    }));
    const second = respond(state, said, { ...world(), found });
    if ('needs' in second) throw new Error('respond asked twice for the same facts');
    return second;
  };
  return {
    state: () => state,
    say(said) {
      const turn = turnOf(said);
      state = turn.state;
      for (const event of turn.happened) leads = leadsAfter(leads, event, now.toISOString());
      return turn;
    },
  };
}

/** The replies of a turn with their choices, as a transcript shows them. */
export function transcript(turn: Turn): string {
  return turn.replies
    .map((r) =>
      [plainText(r), ...(r.choices.length ? [`[${r.choices.map((c) => c.label).join('] [')}]`] : [])].join(
        '\n',
      ),
    )
    .join('\n---\n');
}
