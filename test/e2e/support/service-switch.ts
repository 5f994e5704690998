import { createServer } from 'node:http';
import { startBreakableProxy } from '../../support/services/breakable-proxy';
import { freePorts } from '../../../scripts/provision/ports';
import type { Environment } from '../../../scripts/provision/environment-file';
import type { Service } from '../../../scripts/provision/services/service-process';

/** What the application needs, each with the variable that leads it there. */
const ADDRESSES = {
  chain: 'CHAIN_RPC_URL',
  'object store': 'S3_ENDPOINT',
  'mail server': 'SMTP_URL',
  database: 'DATABASE_URL',
} as const;

type Needed = keyof typeof ADDRESSES;

/** The application's ways to its services, which any test's process can cut and mend. */
export interface ServiceSwitches extends Service {
  /** Where the application finds its services; it is to be started with these. */
  environment: Environment;
  /** Takes `POST /cut/<service>` and `POST /mend/<service>`. */
  switchUrl: string;
}

/** Puts a way that can be cut before each service that an environment names. */
export async function startServiceSwitches(environment: Environment): Promise<ServiceSwitches> {
  const ways = await Promise.all(
    Object.entries(ADDRESSES).map(async ([service, name]) => {
      const target = environment[name] ?? '';
      const proxy = await startBreakableProxy(target);
      const url = new URL(target);
      url.host = new URL(proxy.url).host;
      return { service, name, proxy, url: url.href.replace(/\/$/, '') };
    }),
  );
  const server = createServer((request, response) => {
    const [, turn, service = ''] = decodeURIComponent(request.url ?? '').split('/');
    const proxy = ways.find((way) => way.service === service)?.proxy;
    void Promise.resolve(turn === 'cut' ? proxy?.cut() : proxy?.mend()).then(() => response.end());
  });
  const [port = 0] = await freePorts(1);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    environment: Object.fromEntries(ways.map(({ name, url }) => [name, url])),
    switchUrl: `http://127.0.0.1:${port}`,
    stop: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await Promise.all(ways.map(({ proxy }) => proxy.close()));
    },
  };
}

/** Does something while the application is without one service; only in `*.outage.spec.ts`. */
export async function whileAway(service: Needed, work: () => Promise<void>): Promise<void> {
  const turn = (where: 'cut' | 'mend') =>
    fetch(`${process.env['SERVICE_SWITCH_URL'] ?? ''}/${where}/${service}`, { method: 'POST' });
  await turn('cut');
  try {
    await work();
  } finally {
    await turn('mend');
  }
}
