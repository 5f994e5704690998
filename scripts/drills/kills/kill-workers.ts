import { spawn } from 'node:child_process';
import { env } from '@/platform/env';
import { childEnvironment } from '../../provision/child-environment';
import { changesStore, commits, startKillingProxy, type Trap } from './killing-proxy';

/** Starts workers that die at a chosen effect. */
export interface WorkerKiller {
  /**
   * Runs a worker until nothing is due, or until it is killed (SIGKILL).
   * @returns whether it was killed: it has fewer effects when not
   * @throws Error with what it printed, when it failed by itself
   */
  run: (at: number, moment: Trap['moment']) => Promise<boolean>;
  close: () => Promise<void>;
}

/** Opens proxies before database and object store, through which the workers go. */
export async function startWorkerKiller(): Promise<WorkerKiller> {
  const { DATABASE_URL, S3_ENDPOINT = '' } = env();
  const database = await startKillingProxy(DATABASE_URL, commits);
  const store = await startKillingProxy(S3_ENDPOINT, changesStore);
  return {
    run: async (at, moment) => {
      const worker = spawn(
        process.execPath,
        ['--import', 'tsx', 'scripts/drills/kills/work-once.ts'],
        {
          env: childEnvironment({ DATABASE_URL: database.url, S3_ENDPOINT: store.url }),
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      let output = '';
      for (const stream of [worker.stdout, worker.stderr]) {
        stream.on('data', (bytes: Buffer) => {
          output += bytes.toString();
        });
      }
      const trap: Trap = { at, moment, seen: 0, spring: () => worker.kill('SIGKILL') };
      database.arm(trap);
      store.arm(trap);
      const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(
        (resolve) => {
          worker.once('close', (...ended) => {
            resolve(ended);
          });
        },
      );
      if (signal === 'SIGKILL') return true;
      if (code !== 0) throw new Error(`The worker failed:\n${output}`);
      return false;
    },
    close: async () => {
      await database.close();
      await store.close();
    },
  };
}
