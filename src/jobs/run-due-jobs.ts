import { database, inTransaction } from '@/platform/database';
import { isAppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { JOB_PAYLOADS, type JobHandlers, type JobKind } from './job-kinds';

const BATCH = 10;
/** A worker that dies keeps its jobs this long; then another takes them. */
const LEASE_MS = 60_000;
/** With doubling pauses from 5 s to 1 h, about a day of trying. */
const MAX_ATTEMPTS = 30;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;

interface ClaimedJob {
  id: bigint;
  kind: string;
  payload: unknown;
  attempts: number;
}

/**
 * Claims the jobs that are due and runs them one after another. Several workers may do so at once:
 * rows claimed by one are skipped by the others.
 * @returns how many jobs were claimed; zero means that nothing was due
 */
export async function runDueJobs(handlers: JobHandlers): Promise<number> {
  const jobs = await claimDueJobs();
  for (const job of jobs) await runJob(handlers, job);
  return jobs.length;
}

async function claimDueJobs(): Promise<ClaimedJob[]> {
  return inTransaction(async (tx) => {
    const now = new Date();
    const rows = await tx.$queryRaw<{ id: bigint | number }[]>`
      SELECT id FROM OutboxJob
      WHERE doneAt IS NULL AND failedAt IS NULL AND runAfter <= ${now}
        AND (claimedUntil IS NULL OR claimedUntil < ${now})
      ORDER BY runAfter LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
    const ids = rows.map(({ id }) => BigInt(id));
    if (ids.length === 0) return [];
    await tx.outboxJob.updateMany({
      where: { id: { in: ids } },
      data: { claimedUntil: new Date(now.getTime() + LEASE_MS), attempts: { increment: 1 } },
    });
    return tx.outboxJob.findMany({
      where: { id: { in: ids } },
      select: { id: true, kind: true, payload: true, attempts: true },
      orderBy: { runAfter: 'asc' },
    });
  });
}

async function runJob(handlers: JobHandlers, job: ClaimedJob): Promise<void> {
  try {
    if (!isJobKind(job.kind)) throw new Error(`Unknown kind of job: ${job.kind}`);
    await dispatch(handlers, job.kind, job);
    await database().outboxJob.update({ where: { id: job.id }, data: { doneAt: new Date() } });
  } catch (error) {
    const gaveUp = job.attempts >= MAX_ATTEMPTS;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (job.attempts - 1), LONGEST_PAUSE_MS);
    log().warn(
      { job: String(job.id), kind: job.kind, attempt: job.attempts, gaveUp, err: error },
      'job failed',
    );
    await database().outboxJob.update({
      where: { id: job.id },
      data: {
        claimedUntil: null,
        lastError: isAppError(error) ? error.code : 'internal',
        ...(gaveUp ? { failedAt: new Date() } : { runAfter: new Date(Date.now() + pause) }),
      },
    });
  }
}

function isJobKind(kind: string): kind is JobKind {
  return Object.hasOwn(JOB_PAYLOADS, kind);
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- K ties handler and schema
async function dispatch<K extends JobKind>(handlers: JobHandlers, kind: K, job: ClaimedJob) {
  const handler: JobHandlers[K] = handlers[kind];
  const schema = JOB_PAYLOADS[kind];
  // TypeScript cannot see that the schema and the handler of one K agree.
  await handler(schema.parse(job.payload) as Parameters<typeof handler>[0], { id: job.id });
}
