// A network between a program and a server that a test can make hang: sockets stay open, new ones are accepted, no byte passes.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Network = {
  port: number;
  hang: () => void;
  /** What was held back arrives now. */
  goOn: () => void;
  /** Every connection breaks; what was held back is gone, new connections pass. */
  cut: () => void;
  stop: () => Promise<void>;
};

export async function networkTo(port: number): Promise<Network> {
  const sockets = new Set<Socket>();
  let hung = false;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (bytes) => void to.write(bytes));
      from.on('end', () => to.end());
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        if (!hung) to.destroy();
      });
      if (hung) from.pause();
    }
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  const cut = (): void => {
    hung = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    hang() {
      hung = true;
      for (const socket of sockets) socket.pause();
    },
    goOn() {
      hung = false;
      for (const socket of sockets) socket.resume();
    },
    cut,
    async stop() {
      cut();
      await new Promise((closed) => server.close(closed));
    },
  };
}
