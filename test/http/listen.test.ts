// Slow senders are cut off, connections are bounded in all and for each address, others are answered all the while, and closing waits for what runs.
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { type HttpLimits, type Listening, listen } from '../../src/http/listen.ts';

let listening: Listening;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const s of sockets.splice(0)) s.destroy();
  await listening.close(0);
});

const app = () => {
  const http = new Hono();
  http.get('/', (c) => c.text('here'));
  http.get('/health', (c) => c.text('well'));
  http.post('/', async (c) => c.text(String((await c.req.text()).length)));
  http.get('/slow', async (c) => {
    await new Promise((wake) => setTimeout(wake, 300));
    return c.text('done');
  });
  return http;
};
const start = async (limits: Partial<HttpLimits> = {}) => {
  listening = await listen(app(), 0, {
    headersMs: 300,
    requestMs: 600,
    checkMs: 50,
    connections: 200,
    ...limits,
  });
};
/** Opens a connection, writes the beginning of a request and no more; resolves when the server closes it. */
const drip = (begin: string, from = '127.0.0.1'): Promise<string> =>
  new Promise((closed) => {
    const at = { port: listening.port, host: '127.0.0.1', localAddress: from };
    const socket = connect(at, () => socket.write(begin));
    sockets.push(socket);
    let answer = '';
    socket.on('data', (d) => (answer += String(d)));
    socket.on('error', () => undefined);
    socket.on('close', () => closed(answer));
  });
const get = (path = '/', headers = {}) => fetch(`http://127.0.0.1:${listening.port}${path}`, { headers });

test('a hundred who never finish their header are cut off, and one who asks is answered meanwhile', async () => {
  await start();
  const slow = Array.from({ length: 100 }, () => drip('GET / HTTP/1.1\r\nHost: x\r\nX-A: '));
  expect(await (await get()).text()).toBe('here');
  for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^(HTTP\/1\.1 408|$)/);
});

test('a body that never comes is cut off', async () => {
  await start();
  const answer = await drip('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc');
  expect(answer).toMatch(/^(HTTP\/1\.1 408|$)/);
});

const slowHeader = 'GET / HTTP/1.1\r\nHost: x\r\n';
/** How many of them were refused: closed without the word that they were too slow. */
const refused = (answers: string[]): number => answers.filter((a) => a === '').length;
const longer = { headersMs: 1500, requestMs: 2000 };

test('connections beyond the limit are refused, this machine keeps places of its own, and all are free again afterwards', async () => {
  await start({ ...longer, connections: 10, kept: 2 });
  const slow = Array.from({ length: 30 }, () => drip(slowHeader, '127.0.0.2'));
  await new Promise((wake) => setTimeout(wake, 300));
  expect((await get('/health', { connection: 'close' })).status).toBe(200);
  expect(refused(await Promise.all(slow))).toBe(20);
  expect(refused(await Promise.all(Array.from({ length: 10 }, () => drip(slowHeader, '127.0.0.2'))))).toBe(0);
});

test('the places kept for whoever watches are not a local proxy’s: silent ones are closed, others told to come back', async () => {
  await start({ headersMs: 20_000, requestMs: 20_000, connections: 5, kept: 4, keptMs: 300 });
  for (let i = 0; i < 5; i++) void drip(slowHeader);
  await new Promise((wake) => setTimeout(wake, 100));
  const silent = Array.from({ length: 4 }, () => drip(''));
  expect(refused(await Promise.all(silent))).toBe(4);
  const passed = await get('/');
  expect([passed.status, passed.headers.get('connection')]).toEqual([503, 'close']);
  expect((await get('/health')).status).toBe(200);
  for (const s of sockets.splice(0)) s.destroy();
  await expect.poll(async () => (await get('/')).status).toBe(200);
});

test('one address has places of its own number, and others come in meanwhile', async () => {
  await start({ ...longer, fromOne: 5 });
  const one = Array.from({ length: 12 }, () => drip(slowHeader, '127.0.0.2'));
  const other = Array.from({ length: 5 }, () => drip(slowHeader, '127.0.0.3'));
  expect(refused(await Promise.all(one))).toBe(7);
  expect(refused(await Promise.all(other))).toBe(0);
});

test('closing lets a request that runs finish', async () => {
  await start();
  const running = get('/slow').then((r) => r.text());
  await new Promise((wake) => setTimeout(wake, 100));
  await listening.close(5000);
  expect(await running).toBe('done');
});

test('told to close it goes on a while: each connection is answered once more and ends, so that none is reset in use', async () => {
  await start();
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  const ask = (): Promise<string | undefined> =>
    new Promise((done) => {
      const at = { port: listening.port, host: '127.0.0.1', method: 'POST', agent };
      const asked = request(at, (answer) => {
        answer.resume().on('end', () => done(answer.headers.connection));
      });
      asked.on('error', () => done(asked.reusedSocket ? 'reset in use' : 'refused'));
      asked.end('x');
    });
  const heard: (string | undefined)[] = [];
  const asking = Array.from({ length: 10 }, async () => {
    do heard.push(await ask());
    while (heard.at(-1)?.match(/keep-alive|close/));
  });
  await new Promise((wake) => setTimeout(wake, 50));
  await listening.close(2000, new Promise((over) => setTimeout(over, 400)));
  await Promise.all(asking);
  expect(new Set(heard)).toEqual(new Set(['keep-alive', 'close', 'refused']));
});
