// Live pages of the web chat: few for one person, more for one address, and the server answers others all the while.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { livePages } from '../../../src/channel/web/limits.ts';
import { webRoutes } from '../../../src/channel/web/routes.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp('sqlite', { TRUST_PROXY: '1' });
});
afterAll(() => app.close());

const open: AbortController[] = [];
async function listenAs(person: string, address: string): Promise<number> {
  const stop = new AbortController();
  open.push(stop);
  const answer = await fetch(`${app.url}/chat/live`, {
    headers: { cookie: `hoi_htx=${person.padEnd(22, '0')}`, 'x-forwarded-for': address },
    signal: stop.signal,
  });
  return answer.status;
}
const leave = (): void => {
  for (const one of open.splice(0)) one.abort();
};
const many = (n: number, person: (i: number) => string, address: (i: number) => string): Promise<number[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => listenAs(person(i), address(i))));
const count = (statuses: number[], status: number): number => statuses.filter((s) => s === status).length;

test('a person has a few, from wherever they come, and a closed one makes room', async () => {
  const statuses = await many(
    livePages.person + 3,
    () => 'one',
    (i) => `9.9.9.${i}`,
  );
  expect([count(statuses, 200), count(statuses, 429)]).toEqual([livePages.person, 3]);
  leave();
  await expect.poll(() => listenAs('one', '9.9.9.1')).toBe(200);
  leave();
});

test('an address has a hundred, whoever asks from it, and others still get theirs', async () => {
  const statuses = await many(
    livePages.address + 20,
    (i) => `p${i}`,
    (i) => `2001:db8::${i.toString(16)}`,
  );
  expect([count(statuses, 200), count(statuses, 429)]).toEqual([livePages.address, 20]);
  expect(await listenAs('elsewhere', '8.8.8.8')).toBe(200);
  expect((await fetch(`${app.url}/health`)).status).toBe(200);
  leave();
});

test('one that cannot be told anything any more ends, and says nothing of why', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let down = false;
  const web = webRoutes({
    receive: async () => undefined,
    talk: async () => [],
    awaits: async () => false,
    async version() {
      if (down) throw new Error('any fault');
      down = true;
      return 'v1';
    },
    examples: [],
    privacy: () => Promise.reject(new Error('not asked')),
    publicUrl: 'http://localhost:3000',
    clock: () => new Date(),
  });
  for (const seen of ['', '?seen=v1']) {
    down = seen === '';
    const answer = await web.request(`/chat/live${seen}`, {
      headers: { cookie: `hoi_htx=${'x'.repeat(24)}` },
    });
    expect(await answer.text()).toBe(seen === '' ? '' : 'event: still\ndata: \nid: v1\n\n');
  }
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});
