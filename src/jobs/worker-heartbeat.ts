import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { DAY_MS } from '@/platform/time/durations';

/** How often a worker writes its heartbeat. */
export const BEAT_EVERY_MS = 15_000;
/** Some beats may be late, e.g. while the database restarts. */
export const SILENT_MS = 90_000;
const KEPT_MS = DAY_MS;

/**
 * Records a worker's heartbeat, and deletes those that are older than a day.
 * @param id of this process, a UUID
 */
export async function beatHeart(id: string): Promise<void> {
  const beatAt = await databaseNow();
  await database().workerHeartbeat.upsert({
    where: { id },
    create: { id, beatAt },
    update: { beatAt },
  });
  await database().workerHeartbeat.deleteMany({
    where: { beatAt: { lt: new Date(beatAt.getTime() - KEPT_MS) } },
  });
}

/** @throws Error when no worker has written a heartbeat for a while */
export async function checkWorkerLives(): Promise<void> {
  const now = await databaseNow();
  const living = await database().workerHeartbeat.count({
    where: { beatAt: { gt: new Date(now.getTime() - SILENT_MS) } },
  });
  if (living === 0) throw new Error('no worker has given a sign of life');
}
