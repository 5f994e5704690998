import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** A job that was given up, with its error code. */
export interface FailedJob {
  id: string;
  kind: string;
  attempts: number;
  lastError: string | null;
  failedAt: string;
}

/** The state of the outbox. Times in ISO 8601. */
export interface QueueState {
  /** Due or waiting for their next try. */
  waiting: number;
  /** Of those, how many have failed at least once. */
  retrying: number;
  /** When the longest-waiting job became due; null when none is due. */
  dueSince: string | null;
  failed: number;
  /** The newest given-up jobs. */
  failures: FailedJob[];
}

const SHOWN_FAILURES = 10;

/** Looks at the outbox without touching it; payloads are left out. */
export async function readQueue(): Promise<QueueState> {
  const open = { doneAt: null, failedAt: null };
  const now = await databaseNow();
  const [waiting, retrying, oldest, failed, failures] = await Promise.all([
    database().outboxJob.count({ where: open }),
    database().outboxJob.count({ where: { ...open, lastError: { not: null } } }),
    database().outboxJob.findFirst({
      where: { ...open, runAfter: { lte: now } },
      orderBy: { runAfter: 'asc' },
      select: { runAfter: true },
    }),
    database().outboxJob.count({ where: { failedAt: { not: null } } }),
    database().outboxJob.findMany({
      where: { failedAt: { not: null } },
      orderBy: { failedAt: 'desc' },
      take: SHOWN_FAILURES,
      select: { id: true, kind: true, attempts: true, lastError: true, failedAt: true },
    }),
  ]);
  return {
    waiting,
    retrying,
    dueSince: oldest?.runAfter.toISOString() ?? null,
    failed,
    failures: failures.map((job) => ({
      ...job,
      id: String(job.id),
      failedAt: job.failedAt?.toISOString() ?? '',
    })),
  };
}
