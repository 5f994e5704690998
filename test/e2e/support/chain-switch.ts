import { createServer } from 'node:http';
import { startBreakableProxy } from '../../support/breakable-proxy';
import { freePorts } from '../../../scripts/provision/ports';
import type { Service } from '../../../scripts/provision/service-process';

/** The application's way to the chain, which any test's process can cut and mend. */
export interface ChainSwitch extends Service {
  /** What the application takes for the chain. */
  url: string;
  /** `POST /cut` and `POST /mend`. */
  switchUrl: string;
}

/** Starts the way to the chain at `target`. */
export async function startChainSwitch(target: string): Promise<ChainSwitch> {
  const proxy = await startBreakableProxy(target);
  const server = createServer((request, response) => {
    const done = request.url === '/cut' ? proxy.cut() : proxy.mend();
    void done.then(() => response.end());
  });
  const [port = 0] = await freePorts(1);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    url: proxy.url,
    switchUrl: `http://127.0.0.1:${port}`,
    stop: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await proxy.close();
    },
  };
}

/** Does something while the application cannot ask the chain; only in `*.outage.spec.ts`. */
export async function whileChainIsAway(work: () => Promise<void>): Promise<void> {
  const turn = (where: 'cut' | 'mend') =>
    fetch(`${process.env['CHAIN_SWITCH_URL'] ?? ''}/${where}`, { method: 'POST' });
  await turn('cut');
  try {
    await work();
  } finally {
    await turn('mend');
  }
}
