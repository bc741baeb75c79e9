// The load generator, a process of its own: many people write at once, each waits for the answer before the next line.
import { type Connection, openConnection } from './connection.ts';
import { Job, type Result } from './job.ts';
import { type Talker, talkerOf } from './talks.ts';
import { useOf } from './use.ts';

const hooks = {
  'zalo-bot': { path: '/webhook/zalo-bot', header: 'x-bot-api-secret-token' },
  telegram: { path: '/webhook/telegram', header: 'x-telegram-bot-api-secret-token' },
} as const;

let updates = 0;
function bodyOf(kind: Job['body'], said: ReturnType<Talker>): string {
  const date = 1_790_000_000_000;
  const id = 4_000_000_000 + said.person;
  if (kind === 'telegram')
    return JSON.stringify({
      update_id: said.person * 16 + said.line,
      message: {
        message_id: ++updates,
        date: Math.floor(date / 1000),
        chat: { id, type: 'private', first_name: 'Lan' },
        from: { id, is_bot: false, first_name: 'Lan' },
        text: said.text,
      },
    });
  return JSON.stringify({
    ok: true,
    result: {
      event_name: 'message.text.received',
      message: {
        from: { id: `z${id}`, display_name: 'Lan', is_bot: false },
        chat: { id: `z${id}`, chat_type: 'PRIVATE' },
        text: said.text,
        message_id: `m${said.person}.${said.line}`,
        date,
      },
    },
  });
}

type Person = { next: Talker; connections: Connection[]; turn: number };

async function run(job: Job): Promise<Result> {
  const people: Person[] = await Promise.all(
    Array.from({ length: job.people }, async (_, i) => ({
      next: talkerOf(job.talk, i, job.people, job.from),
      connections: await Promise.all(job.ports.map(openConnection)),
      turn: i,
    })),
  );
  const hook = hooks[job.body];
  const headers = `${hook.header}: ${job.secret}\r\n`;
  const began = performance.now();
  const counted = began + job.warmUpSeconds * 1000;
  const end = counted + job.seconds * 1000;
  const times: number[] = [];
  let refused = 0;
  let messages = 0;
  let last = counted;
  const cpu = (): number => job.pids.reduce((sum, pid) => sum + useOf(pid).cpuMs, 0);
  let cpuBefore = cpu();
  setTimeout(() => {
    cpuBefore = cpu();
  }, job.warmUpSeconds * 1000).unref();
  const over = (): boolean =>
    performance.now() >= end || (job.atMost !== undefined && messages >= job.atMost);

  async function write(person: Person, due: number): Promise<void> {
    const connection = person.connections[person.turn++ % job.ports.length] as Connection;
    const status = await connection.post(hook.path, headers, bodyOf(job.body, person.next()));
    const now = performance.now();
    messages++;
    if (status !== 200) refused++;
    else if (due >= counted) times.push(now - due);
    last = now;
  }

  async function asFast(): Promise<void> {
    await Promise.all(
      people.map(async (person) => {
        while (!over()) await write(person, performance.now());
      }),
    );
  }

  /** A late start counts as waiting: what a person would feel. */
  async function atRate(rate: number): Promise<void> {
    const idle = [...people];
    const failed: unknown[] = [];
    let sent = 0;
    const serve = (): void => {
      const should = Math.floor(((performance.now() - began) / 1000) * rate);
      while (sent < should && idle.length > 0) {
        const person = idle.pop() as Person;
        const due = began + (sent++ / rate) * 1000;
        write(person, due)
          .then(() => idle.unshift(person))
          .catch((error: unknown) => failed.push(error));
      }
    };
    while (!over() && failed.length === 0) {
      serve();
      await new Promise((wake) => setTimeout(wake, 1));
    }
    if (failed.length > 0) throw failed[0];
    while (idle.length < people.length) await new Promise((wake) => setTimeout(wake, 5));
  }

  await (job.rate === undefined ? asFast() : atRate(job.rate));
  const cpuMs = cpu() - cpuBefore;
  for (const p of people) for (const c of p.connections) c.close();
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const seconds = (last - counted) / 1000;
  return {
    messages: times.length,
    refused,
    seconds,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    most: times.at(-1) ?? 0,
    cpuMs,
  };
}

console.log(JSON.stringify(await run(Job.parse(JSON.parse(process.argv[2] ?? '{}')))));
