import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A server on loopback that passes bytes on to another after a delay, as a longer cable would. */
export interface DelayLine {
  port: number;
  close: () => void;
}

/**
 * Puts a distance between a client and a server of this machine.
 * @param target the port of the server on loopback
 * @param roundTripMs what a question and its answer take longer, in milliseconds
 */
export async function startDelayLine(target: number, roundTripMs: number): Promise<DelayLine> {
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    passOn(near, far, roundTripMs / 2);
    passOn(far, near, roundTripMs / 2);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An address of a TCP server is never a path.
  const { port } = server.address() as AddressInfo;
  return { port, close: () => server.close() };
}

/** Timers of one length end in the order in which they began, so the bytes keep theirs. */
function passOn(from: Socket, to: Socket, delayMs: number): void {
  from.setNoDelay(true);
  from.on('data', (bytes) => setTimeout(() => to.write(bytes), delayMs));
  from.on('close', () => setTimeout(() => to.destroy(), delayMs));
  from.on('error', () => to.destroy());
}
