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
  /** Due or waiting for their next try; at most COUNTED. */
  waiting: number;
  /** Of those, how many have failed at least once. */
  retrying: number;
  /** Whether more wait than were counted. */
  hasMoreWaiting: boolean;
  /** When the longest-waiting job became due; null when none is due. */
  dueSince: string | null;
  /** Given up; at most COUNTED. */
  failed: number;
  /** Whether more were given up than were counted. */
  hasMoreFailed: boolean;
  /** The newest given-up jobs. */
  failures: FailedJob[];
}

/** A page must not read a queue of any length: more jobs are only said to be more. */
const COUNTED = 500;
const SHOWN_FAILURES = 10;

/** Looks at the outbox without touching it; payloads are left out. */
export async function readQueue(): Promise<QueueState> {
  const now = await databaseNow();
  const [open, gaveUp] = await Promise.all([
    database().outboxJob.findMany({
      where: { doneAt: null, failedAt: null },
      orderBy: { runAfter: 'asc' },
      take: COUNTED + 1,
      select: { runAfter: true, lastError: true },
    }),
    // Prisma's count would sort all of them.
    database().outboxJob.findMany({
      where: { doneAt: null, failedAt: { not: null } },
      orderBy: { failedAt: 'desc' },
      take: COUNTED + 1,
      select: { id: true, kind: true, attempts: true, lastError: true, failedAt: true },
    }),
  ]);
  const [oldest] = open;
  const counted = open.slice(0, COUNTED);
  return {
    waiting: counted.length,
    retrying: counted.filter(({ lastError }) => lastError !== null).length,
    hasMoreWaiting: open.length > COUNTED,
    dueSince: oldest === undefined || oldest.runAfter > now ? null : oldest.runAfter.toISOString(),
    failed: Math.min(gaveUp.length, COUNTED),
    hasMoreFailed: gaveUp.length > COUNTED,
    failures: gaveUp.slice(0, SHOWN_FAILURES).map((job) => ({
      ...job,
      id: String(job.id),
      failedAt: job.failedAt?.toISOString() ?? '',
    })),
  };
}
