// What became of the messages: every turn, lead and send held against what was said and what an undisturbed talk is answered.
import { webAddress } from '../../src/channel/web/address.ts';
import { loadKey, makeVault } from '../../src/database/vault.ts';
import { askDatabase } from '../../test/support/ask-database.ts';
import { keptOfTalk } from '../../test/support/process.ts';
import type { Person } from './load.ts';
import { addressOf, dataKey } from './people.ts';
import type { Scene } from './scene.ts';

export type Outcome = {
  lost: number;
  doubled: number;
  /** Sends that went out once more where a crash allows it. */
  repeated: number;
  /** Talks whose turns or sends stand in another order. */
  disorder: number;
};
export const nothing: Outcome = { lost: 0, doubled: 0, repeated: 0, disorder: 0 };

export const sum = (all: readonly Outcome[]): Outcome =>
  all.reduce(
    (a, b) => ({
      lost: a.lost + b.lost,
      doubled: a.doubled + b.doubled,
      repeated: a.repeated + b.repeated,
      disorder: a.disorder + b.disorder,
    }),
    nothing,
  );

/** `got` may hold each of `expected` once, in that order; what it holds besides is doubled. */
export function compare(expected: readonly string[], got: readonly string[]): Outcome {
  const first = [...new Set(got)];
  const known = expected.filter((e) => first.includes(e));
  return {
    ...nothing,
    lost: expected.length - known.length,
    doubled: got.length - known.length,
    disorder: first.filter((f) => expected.includes(f)).join('\n') === known.join('\n') ? 0 : 1,
  };
}

const talkOf = (r: { channel: string; address: string }): string => `${r.channel} ${r.address}`;
const fromTalks = 'join conversation c on c.id = conversation_id join identity i on i.id = c.identity_id';

/** What each talk said, as the database keeps it, in order. */
export async function turnsIn(url: string): Promise<Map<string, string[]>> {
  const rows = await askDatabase<{ channel: string; address: string; said: string }>(
    url,
    `select i.channel, i.address, t.said from turn t ${fromTalks} order by t.seq, t.id`,
  );
  return new Map([...Map.groupBy(rows, talkOf)].map(([talk, turns]) => [talk, turns.map((t) => t.said)]));
}

export async function leadsIn(url: string): Promise<Map<string, number>> {
  const rows = await askDatabase<{ channel: string; address: string }>(
    url,
    `select i.channel, i.address from lead l ${fromTalks.replace('conversation_id', 'l.conversation_id')}`,
  );
  return new Map([...Map.groupBy(rows, talkOf)].map(([talk, leads]) => [talk, leads.length]));
}

const vault = makeVault(loadKey(dataKey, ''));
export function nameOf({ channel, i }: Person): string {
  const address = addressOf[channel](i);
  return talkOf({ channel, address: channel === 'web' ? webAddress(vault, address) : address });
}

/** `people` have all registered to the end; what waited has been sent. */
export async function outcomeOf(
  scene: Scene,
  people: readonly Person[],
  sendsMayRepeat: boolean,
): Promise<Outcome> {
  const [turns, leads] = await Promise.all([turnsIn(scene.url), leadsIn(scene.url)]);
  const found = people.flatMap((person) => {
    const talk = nameOf(person);
    const count = leads.get(talk) ?? 0;
    const lead = { ...nothing, lost: count === 0 ? 1 : 0, doubled: Math.max(0, count - 1) };
    return [compare(keptOfTalk, turns.get(talk) ?? []), lead, sendsOf(scene, person, sendsMayRepeat)];
  });
  return sum(found);
}

function sendsOf(scene: Scene, person: Person, mayRepeat: boolean): Outcome {
  const { channel, i } = person;
  if (channel === 'web') return nothing;
  const sends = compare(scene.answersOf(channel), scene.sentTo(channel, addressOf[channel](i)));
  const repeated = mayRepeat ? Math.min(1, sends.doubled) : 0;
  return { ...sends, doubled: sends.doubled - repeated, repeated };
}
