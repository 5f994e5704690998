import { connect, createServer, type Socket } from 'node:net';

/** What happens to a program at one of its effects: writes of objects and commits are counted over all services. */
export interface Trap {
  /** At which effect, counted from 1. */
  at: number;
  /** Before the service has it, or when the service has done it but its answer has not come. */
  moment: 'before' | 'after';
  /** How many effects there were. */
  seen: number;
  spring: () => void;
}

/** A way to a service on which a program can be killed at an effect. */
export interface KillingProxy {
  /** In place of the service's own address. */
  url: string;
  /** For the program that runs next. */
  arm: (trap: Trap) => void;
  close: () => Promise<void>;
}

/** Whether bytes to an S3 store begin a request that changes it. */
export const changesStore = (bytes: Buffer) =>
  /^(?:PUT|POST|DELETE) /.test(bytes.toString('latin1', 0, 7));

/** Whether bytes to MariaDB commit a transaction. */
export const commits = (bytes: Buffer) => bytes.includes('COMMIT');

/**
 * Opens a proxy on loopback before the service at `target`.
 * @param isEffect whether bytes that a program sends are an effect
 */
export async function startKillingProxy(
  target: string,
  isEffect: (bytes: Buffer) => boolean,
): Promise<KillingProxy> {
  const { hostname, port, host } = new URL(target);
  let trap: Trap | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let isSprung = false;
    let waits = false;
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      // A killed program resets its connections.
      socket.on('error', () => other.destroy());
    }
    near.on('data', (bytes) => {
      if (isSprung) return;
      if (trap !== null && isEffect(bytes)) {
        trap.seen += 1;
        if (trap.seen === trap.at) {
          waits = trap.moment === 'after';
          isSprung = !waits;
          if (isSprung) trap.spring();
        }
      }
      if (!isSprung) far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (waits) {
        isSprung = true;
        waits = false;
        trap?.spring();
      }
      if (!isSprung) near.write(bytes);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    url: target.replace(host, `127.0.0.1:${address.port}`),
    arm: (next) => {
      trap = next;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
