// A port nobody listens on just now, below those that the system gives to whoever asks for any: it is not given away before it is used.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

export async function freePort(): Promise<number> {
  for (let left = tries; ; left--) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
    if (left === 0) throw new Error(`no free port from ${lowest} to ${highest} in ${tries} tries`);
  }
}
const lowest = 20_000;
/** Linux gives out ports from 32768 on. */
const highest = 32_000;
const tries = 50;

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const probe = createServer()
      .once('error', () => done(false))
      .listen(port, () => probe.close(() => done(true)));
  });
