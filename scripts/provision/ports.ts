import { createServer, type Server } from 'node:net';
import { ownVariable } from './child-environment';
import { ProvisionError } from './provision-error';

const LOOPBACK = '127.0.0.1';

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not a TCP server');
  return address.port;
}

/** As many different free loopback ports as asked for. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map(portOf);
  await Promise.all(servers.map(close));
  return ports;
}

/**
 * The port that a part listens on: the variable's value if it is set, else the usual one.
 * @throws ProvisionError when the value is no port, or another program listens there.
 */
export async function fixedPort(part: string, variable: string, usual: number): Promise<number> {
  const port = Number(ownVariable(variable) ?? usual);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new ProvisionError(
      part,
      `${variable} is not a port`,
      `Set ${variable} to 1–65535, or unset it.`,
    );
  }
  try {
    await close(await listen(port));
  } catch {
    throw new ProvisionError(
      part,
      `port ${port} on ${LOOPBACK} is taken by another program`,
      `Stop that program, or choose another port: ${variable}=${port + 10_000}`,
    );
  }
  return port;
}
