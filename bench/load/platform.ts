// Stands in for the Zalo and Telegram servers: takes every call, after as long as a call over the internet takes.
import { createServer } from 'node:http';

const [port, delay] = process.argv.slice(2).map(Number) as [number, number];
const answer = JSON.stringify({
  ok: true,
  result: { message_id: 1, date: 1, chat: { id: 1, type: 'private' } },
});
createServer((request, response) => {
  request.resume().on('end', () => {
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(answer), delay);
  });
}).listen(port, '127.0.0.1');
