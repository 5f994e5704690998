import { database } from '@/platform/database';
import { readTrainingDays } from './read-training-days';

const WEEK_MS = 7 * 86_400_000;

/** Whether it is a week since the last training, or there was none and there is something to learn from. */
export async function isTrainingDue(chainId: number, now = new Date()): Promise<boolean> {
  const task = await database().feeTask.findUnique({ where: { id: `train:${chainId}` } });
  const at = task?.doneAt?.getTime();
  const recent = at !== undefined && at <= now.getTime() && now.getTime() - at < WEEK_MS;
  const claimed = task?.claimedUntil != null && task.claimedUntil > now;
  return !recent && !claimed && (await readTrainingDays(chainId, now)) !== undefined;
}
