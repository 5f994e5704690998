import { setTimeout } from 'node:timers/promises';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { SECOND_MS } from '@/platform/time/durations';

/** Together about a minute: a cluster has chosen other nodes by then, a server has started again. */
const MAX_TRIES = 8;
const FIRST_PAUSE_MS = SECOND_MS / 2;

/**
 * Writes down what a job has done outside, for example that the mail server has its mail. This is tried again whatever
 * goes wrong, because otherwise the job would run, and send, a second time.
 * @param write may run more than once
 * @throws what the last try threw
 */
export async function noteEffect(write: (tx: Transaction) => unknown): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await inTransaction(write);
      return;
    } catch (error) {
      if (tries === MAX_TRIES) throw error;
      log().warn({ tries, err: error }, 'what a job has done could not be written down');
      await setTimeout(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}
