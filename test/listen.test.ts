// Slow senders are cut off, the number of connections is bounded, others are answered all the while, and closing waits for what runs.
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { type Listening, listen } from '../src/listen.ts';

let listening: Listening;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const s of sockets.splice(0)) s.destroy();
  await listening.close(0);
});

const app = () => {
  const http = new Hono();
  http.get('/', (c) => c.text('here'));
  http.post('/', async (c) => c.text(String((await c.req.text()).length)));
  http.get('/slow', async (c) => {
    await new Promise((wake) => setTimeout(wake, 300));
    return c.text('done');
  });
  return http;
};
const start = async (limits: { connections?: number } = {}) => {
  listening = await listen(app(), 0, {
    headersMs: 300,
    requestMs: 600,
    checkMs: 50,
    connections: 200,
    ...limits,
  });
};
/** Opens a connection, writes the beginning of a request and no more; resolves when the server closes it. */
const drip = (begin: string): Promise<string> =>
  new Promise((closed) => {
    const socket = connect(listening.port, '127.0.0.1', () => socket.write(begin));
    sockets.push(socket);
    let answer = '';
    socket.on('data', (d) => (answer += String(d)));
    socket.on('error', () => undefined);
    socket.on('close', () => closed(answer));
  });
const get = (path = '/') => fetch(`http://127.0.0.1:${listening.port}${path}`);

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

test('connections beyond the limit are refused, and places are free again afterwards', async () => {
  await start({ connections: 10 });
  const slow = Array.from({ length: 30 }, () => drip('GET / HTTP/1.1\r\nHost: x\r\n'));
  await Promise.all(slow);
  expect((await get()).status).toBe(200);
});

test('closing lets a request that runs finish', async () => {
  await start();
  const running = get('/slow').then((r) => r.text());
  await new Promise((wake) => setTimeout(wake, 100));
  await listening.close(5000);
  expect(await running).toBe('done');
});
