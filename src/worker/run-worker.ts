import { repeatTask } from '@/jobs/repeat-task';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { log } from '@/platform/logger';
import { waitAsWorker } from '@/platform/time/patience';
import { TASKS } from './tasks';

/**
 * Runs everything that happens without a request, until the process is asked to stop. Any number of workers
 * may run at once, and each may die at any moment.
 */
export async function runWorker(): Promise<void> {
  waitAsWorker();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      log().info({ signal }, 'worker stops after what it is doing');
      stop.abort();
    });
  }
  log().info({ chain: env().CHAIN_ID, registry: env().REGISTRY_ADDRESS }, 'worker started');
  await Promise.all(TASKS.map((task) => repeatTask(task, stop.signal)));
  await database().$disconnect();
  log().info('worker stopped');
}
