import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { SILENT_MS } from './worker-heartbeat';

/** Which workers there are. */
export interface WorkersState {
  /** Those with a heartbeat in the last 90 seconds. */
  living: number;
  /** Seconds since the newest heartbeat, by the database's clock; null when there was none within a day. */
  heartbeatAge: number | null;
}

/** Looks at the heartbeats of the workers. */
export async function readWorkers(): Promise<WorkersState> {
  const now = await databaseNow();
  const beats = await database().workerHeartbeat.findMany({ select: { beatAt: true } });
  const ages = beats.map(({ beatAt }) => now.getTime() - beatAt.getTime());
  return {
    living: ages.filter((age) => age < SILENT_MS).length,
    heartbeatAge: ages.length === 0 ? null : Math.max(0, Math.min(...ages)) / 1_000,
  };
}
