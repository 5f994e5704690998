import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** Asks the worker to check the whole trail again, from its first event. */
export async function requestTrailCheck(): Promise<void> {
  const restartAt = await databaseNow();
  await database().trailCheck.update({ where: { id: 1 }, data: { restartAt } });
}
