// One kept-alive HTTP connection, one request at a time: as little work as possible, so that the server is what is measured.
import { connect, type Socket } from 'node:net';

export type Connection = {
  /** The status of the answer; rejects when the connection breaks. */
  post: (path: string, headers: string, body: string) => Promise<number>;
  close: () => void;
};

export async function openConnection(port: number): Promise<Connection> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((done, fail) => socket.once('connect', done).once('error', fail));
  let waiting: { done: (status: number) => void; fail: (error: Error) => void } | undefined;
  let got = '';
  const broken = (): void => {
    waiting?.fail(new Error('connection closed'));
    waiting = undefined;
  };
  socket.on('error', broken).on('close', broken);
  socket.on('data', (chunk) => {
    got += chunk.toString('latin1');
    if (!isWhole(got) || !waiting) return;
    const { done } = waiting;
    const status = Number(got.slice(9, 12));
    waiting = undefined;
    got = '';
    done(status);
  });
  return {
    post: (path, headers, body) =>
      new Promise((done, fail) => {
        waiting = { done, fail };
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}

function isWhole(got: string): boolean {
  const head = got.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(got.slice(0, head))?.[1];
  return length === undefined ? got.endsWith('0\r\n\r\n') : got.length >= head + 4 + Number(length);
}
