import { rmSync } from 'node:fs';
import { checkClaims, type ClaimFaults } from './check-claims';
import { startRpcCounter, type RpcCounter } from './rpc-counter';
import { migrateDatabase } from '../../commands/migrate-database';
import { demoSecrets } from '../../demo/demo-secrets';
import { startWeb, startWorker } from '../../provision/application';
import { setOwnVariables } from '../../provision/child-environment';
import { buildApplication } from '../../provision/build-application';
import { deployedContracts } from '../../provision/contracts';
import { generateCode } from '../../provision/generate-code';
import { freePorts } from '../../provision/ports';
import { step } from '../../provision/progress';
import { claimScratchFolder } from '../../provision/scratch-folder';
import { startGalera, type GaleraCluster } from '../../provision/services/galera';
import { startHaproxy } from '../../provision/services/haproxy';
import type { KillableService, Service } from '../../provision/services/service-process';
import { deploymentRecord, startServices } from '../../provision/services/services';

const NODES = 3;
const BLOCK_MS = 500;
const WORKER_POLL_MS = 200;

/** Three databases, two applications and two workers behind one address. */
export interface ClusterSystem extends Service {
  cluster: GaleraCluster;
  apps: KillableService[];
  workers: KillableService[];
  /** On the way of the applications and workers to the chain's node. */
  rpc: RpcCounter;
  /** What went wrong when the nodes claimed the same work, before any worker ran. */
  claims: ClaimFaults;
  /** The address of one node's database, past the proxy. */
  urlOf: (port: number) => string;
}

/** Starts everything on free ports and sets the addresses in the environment of this process. */
export async function startClusterSystem(): Promise<ClusterSystem> {
  const data = await claimScratchFolder('cluster');
  const running: Service[] = [];
  const stop = async () => {
    for (const part of running.toReversed()) await part.stop();
    rmSync(data.path, { recursive: true, force: true });
  };
  try {
    await generateCode();
    await step('Build', () => buildApplication('test'));
    const password = demoSecrets(data.path)['DATABASE_PASSWORD'] ?? '';
    const cluster = await step('Three nodes of MariaDB Galera', () =>
      startGalera({ data, size: NODES, password }),
    );
    running.push(cluster);
    const [
      web = 0,
      database = 0,
      objectStore = 0,
      smtp = 0,
      inbox = 0,
      chain = 0,
      one = 0,
      two = 0,
    ] = await freePorts(8);
    const urlOf = (port: number) =>
      `mysql://medanchor:${password}@127.0.0.1:${port}/medanchor?galera=true`;
    running.push(
      await startHaproxy(data, [
        { name: 'web', port: web, check: { path: '/livez' }, servers: [one, two] },
        {
          name: 'database',
          port: database,
          check: 'connection',
          servers: cluster.nodes.map(({ port }) => port),
        },
      ]),
    );
    const services = await startServices({
      data,
      ports: { web, database, objectStore, smtp, inbox, chain },
      blockMs: BLOCK_MS,
      confirmations: 2,
      throwaway: true,
      databaseUrl: urlOf(database),
    });
    running.push(services);
    await migrateDatabase(urlOf(database));
    const environment = {
      ...services.environment,
      ...(await deployedContracts(services.environment, deploymentRecord(data))),
      WORKER_POLL_MS: String(WORKER_POLL_MS),
      TRUSTED_PROXIES: '1',
    };
    setOwnVariables({ ...environment, LOG_LEVEL: 'silent' });
    const rpc = await startRpcCounter(services.environment['CHAIN_RPC_URL'] ?? '');
    running.push(rpc);
    const claims = await step('Claims and leases across the nodes', () =>
      checkClaims(cluster, urlOf),
    );
    const counted = { ...environment, CHAIN_RPC_URL: rpc.url };
    const common = { data, kind: 'test', environment: counted } as const;
    const apps: KillableService[] = [];
    const workers: KillableService[] = [];
    for (const [index, port] of [one, two].entries()) {
      apps.push(await startWeb({ ...common, name: `web-${index + 1}`, port }));
      workers.push(await startWorker({ ...common, name: `worker-${index + 1}` }));
    }
    running.push(...apps, ...workers);
    return { cluster, rpc, apps, workers, claims, urlOf, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
