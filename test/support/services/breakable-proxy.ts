import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a real service that a test can cut and mend, as a network does. */
export interface BreakableProxy {
  /** Address to use in place of the service's own. */
  url: string;
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  /** From now on takes connections and bytes, but passes nothing on: a service that hangs. */
  stall: () => void;
  /** Passes on again what comes from now on, and ends the connections that hung. */
  resume: () => void;
  /** How many connections were opened through it so far. */
  opened: () => number;
  /** What was asked through it since the last call, as it went over the wire. */
  heard: () => string;
  close: () => Promise<void>;
}

/** Opens a proxy on loopback that hands every byte on, unchanged, to the service at `target`. */
export async function startBreakableProxy(target: string): Promise<BreakableProxy> {
  const { hostname, port, protocol } = new URL(target);
  const sockets = new Set<Socket>();
  let stalled = false;
  let opened = 0;
  let heard = '';
  const server = createServer((near) => {
    opened += 1;
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      if (!stalled) far.write(bytes);
    });
    far.on('data', (bytes) => !stalled && near.write(bytes));
    near.on('end', () => far.end());
    far.on('end', () => near.end());
  });
  const ownPort = await listen(server, 0);
  const cut = async () => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: `${protocol}//127.0.0.1:${ownPort}`,
    cut,
    mend: async () => {
      await listen(server, ownPort);
    },
    stall: () => {
      stalled = true;
    },
    resume: () => {
      stalled = false;
      for (const socket of sockets) socket.destroy();
    },
    opened: () => opened,
    heard: () => {
      const all = heard;
      heard = '';
      return all;
    },
    close: cut,
  };
}

/** Does something while the service is out of reach, and mends the way whatever came of it. */
export async function whileCut(proxy: BreakableProxy, work: () => Promise<void>): Promise<void> {
  await proxy.cut();
  try {
    await work();
  } finally {
    await proxy.mend();
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
