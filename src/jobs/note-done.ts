import { setTimeout } from 'node:timers/promises';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { log } from '@/platform/logger';
import { SECOND_MS } from '@/platform/time/durations';

/** Together about a minute: a cluster has chosen other nodes by then, a server has started again. */
const MAX_TRIES = 8;
const FIRST_PAUSE_MS = SECOND_MS / 2;

/**
 * Marks a job as done. It has had its effect, a mail is on its way: so this is tried again whatever goes wrong,
 * because a job that is not marked runs a second time when its lease ends.
 * @throws what the last try threw
 */
export async function noteDone(id: bigint): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await inTransaction(async (tx) => {
        const doneAt = await databaseNow(tx);
        await tx.outboxJob.update({ where: { id }, data: { doneAt } });
      });
      return;
    } catch (error) {
      if (tries === MAX_TRIES) throw error;
      log().warn({ job: String(id), tries, err: error }, 'a job could not be marked as done');
      await setTimeout(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}
