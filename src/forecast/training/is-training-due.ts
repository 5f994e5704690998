import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';
import { readTrainingDays } from './read-training-days';

/** How often a model is trained. */
export const TRAIN_EVERY_MS = 7 * DAY_MS;

/** Whether it is a week since the last training, or there was none and there is something to learn from. */
export async function isTrainingDue(chainId: number, at?: Date): Promise<boolean> {
  const now = at ?? (await databaseNow());
  const task = await database().feeTask.findUnique({ where: { id: `train:${chainId}` } });
  const done = task?.doneAt?.getTime();
  const recent =
    done !== undefined && done <= now.getTime() && now.getTime() - done < TRAIN_EVERY_MS;
  const claimed = task?.claimedUntil != null && task.claimedUntil > now;
  const rests = task?.retryAt != null && task.retryAt > now;
  return !recent && !claimed && !rests && (await readTrainingDays(chainId, now)) !== undefined;
}
