import { join } from 'node:path';
import { DAY_MS, SECOND_MS } from '@/platform/time/durations';
import { LOCAL_CHAIN_ID, startChain } from './chain';
import type { DataFolder } from '../data-folder';
import { demoSecrets } from '../../demo/demo-secrets';
import type { Environment } from '../environment-file';
import { keepRunning } from './keep-running';
import { startMailServer } from './mail-server';
import { startMariaDb } from './mariadb';
import { OBJECT_STORE_KEY, startObjectStore } from './object-store';
import { stopAll, type Service } from './service-process';

/** The loopback port of each part. */
export interface Ports {
  web: number;
  database: number;
  objectStore: number;
  smtp: number;
  inbox: number;
  chain: number;
}

/** The one bucket of the demo; tests make others. */
const BUCKET = 'medanchor';

/** Everything the application talks to, running, with the environment that leads there. */
export interface Services extends Service {
  /** Lacks only the contracts' addresses, which are known once they are deployed. */
  environment: Environment;
  inboxUrl: string;
}

/**
 * Starts database, object store, mail server and chain on one data folder.
 * @param options.blockMs See {@link startChain}.
 * @param options.chainPast See {@link startChain}.
 * @param options.databaseUrl Of a database that runs already; without it one is started.
 * @param options.throwaway For tests: nothing is kept, and safety is traded for speed.
 * @param options.onRestart A part that ends by itself is started again, and this receives a line about it.
 * @throws ProvisionError naming the part that could not be had; the others are stopped again.
 */
export async function startServices(options: {
  data: DataFolder;
  ports: Ports;
  blockMs?: number;
  confirmations: number;
  throwaway: boolean;
  databaseUrl?: string;
  chainPast?: string | undefined;
  onRestart?: (line: string) => void;
}): Promise<Services> {
  const { data, ports, throwaway } = options;
  const { DATABASE_PASSWORD = '', ...secrets } = demoSecrets(data.path);
  const run = <S extends Service>(start: (onExit?: (part: string) => void) => Promise<S>) =>
    options.onRestart === undefined ? start() : keepRunning(start, { print: options.onRestart });

  const starting = [
    options.databaseUrl === undefined
      ? run((onExit) =>
          startMariaDb({
            data,
            port: ports.database,
            password: DATABASE_PASSWORD,
            throwaway,
            onExit,
          }),
        )
      : Promise.resolve({ url: options.databaseUrl, stop: () => Promise.resolve() }),
    run((onExit) => startObjectStore({ data, port: ports.objectStore, buckets: [BUCKET], onExit })),
    run((onExit) =>
      startMailServer({ data, smtpPort: ports.smtp, inboxPort: ports.inbox, onExit }),
    ),
    run((onExit) =>
      startChain({
        data,
        port: ports.chain,
        past: options.chainPast,
        keep: !throwaway,
        blockMs: options.blockMs,
        onExit,
      }),
    ),
  ] as const;
  const stop = () => stopAll(starting);
  try {
    const [database, objectStore, mail, chain] = await Promise.all(starting);
    return {
      inboxUrl: mail.inboxUrl,
      environment: {
        APP_URL: `http://localhost:${ports.web}`,
        PORT: String(ports.web),
        TRUSTED_PROXIES: '0',
        DATABASE_URL: database.url,
        S3_ENDPOINT: objectStore.url,
        S3_REGION: 'us-east-1',
        S3_BUCKET: BUCKET,
        S3_ACCESS_KEY_ID: OBJECT_STORE_KEY,
        S3_SECRET_ACCESS_KEY: OBJECT_STORE_KEY,
        S3_FORCE_PATH_STYLE: '1',
        SMTP_URL: mail.smtpUrl,
        MAIL_FROM: 'MedAnchor <no-reply@medanchor.example>',
        CHAIN_ID: String(LOCAL_CHAIN_ID),
        CHAIN_NAME: 'MedAnchor demo chain',
        CHAIN_RPC_URL: chain.url,
        CHAIN_CONFIRMATIONS: String(options.confirmations),
        // One process makes all blocks: none is ever taken back.
        CHAIN_FINALITY_BLOCKS: String(2 * options.confirmations),
        // The local feed never receives a new price.
        PRICE_FEED_MAX_AGE: String((100 * 365 * DAY_MS) / SECOND_MS),
        // Set to nothing, so that a production .env has no effect here.
        ALCHEMY_API_KEY: '',
        CHAIN_EXPLORER_URL: '',
        CHAIN_PUBLIC_RPC_URL: '',
        GAS_PRICE_ORACLE_ADDRESS: '',
        RELAYER_MAX_FEE: '',
        RELAYER_DAILY_BUDGET: '',
        FEE_SOURCE: 'chain',
        FEE_RPC_URL: '',
        FEE_CHAIN_ID: '',
        FEE_CHAIN_NAME: '',
        DEMO_MODE: '1',
        LOG_LEVEL: 'info',
        ...secrets,
        // For people and tests who look into the mailbox; the application never reads it.
        MAIL_INBOX_URL: mail.inboxUrl,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where a data folder's own deployment is recorded. */
export function deploymentRecord(data: DataFolder): string {
  return join(data.path, 'deployment.json');
}
