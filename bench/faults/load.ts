// People who register all the time, by three channels at once, until they are told that no new ones come.
import { setTimeout as wait } from 'node:timers/promises';
import { turnsEach } from '../../test/support/process.ts';
import { type Taken, untilTaken } from '../../test/support/until-taken.ts';
import { type Channel, say } from './people.ts';

export type Person = { channel: Channel; i: number };
export type Message = Person & Taken & { n: number };
export type Load = {
  people: Person[];
  /** What was acknowledged, in the order it was. */
  taken: Message[];
  /** Resolves when this many more have been taken. */
  more: (count: number) => Promise<void>;
  /** Everyone who has begun registers to the end, then it resolves. */
  stop: () => Promise<void>;
};

const atOnce: readonly [Channel, number][] = [
  ['web', 12],
  ['telegram', 4],
  ['zalo-bot', 4],
];
/** People type; and a bench needs no more messages than hit every moment of a fault. */
const pauseMs = 60;
let nextPerson = 1;

export async function register(ports: () => number, person: Person, taken: Message[]): Promise<void> {
  for (let n = 0; n < turnsEach; n++) {
    const times = await untilTaken(() => say(person.channel, ports(), person.i, n));
    taken.push({ ...person, ...times, n });
    await wait(Math.random() * 2 * pauseMs);
  }
}

export function newPerson(channel: Channel): Person {
  return { channel, i: nextPerson++ };
}

export function startLoad(ports: () => number): Load {
  const people: Person[] = [];
  const taken: Message[] = [];
  let stopping = false;
  let failure: unknown;
  async function stream(channel: Channel): Promise<void> {
    await wait(Math.random() * 200);
    while (!stopping) {
      const person = newPerson(channel);
      people.push(person);
      await register(ports, person, taken);
    }
  }
  const streams = atOnce
    .flatMap(([channel, count]) => Array.from({ length: count }, () => stream(channel)))
    .map((s) =>
      s.catch((error: unknown) => {
        failure ??= error;
      }),
    );
  return {
    people,
    taken,
    async more(count) {
      const enough = taken.length + count;
      while (taken.length < enough) {
        if (failure) throw failure;
        await wait(5);
      }
    },
    async stop() {
      stopping = true;
      await Promise.all(streams);
      if (failure) throw failure;
    },
  };
}
