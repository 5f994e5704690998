import { z } from 'zod';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { isAppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { traceRoot } from '@/platform/tracing/spans';
import { HOUR_MS, SECOND_MS } from '@/platform/time/durations';
import { isUnclaimed, takeLease, withLease } from './lease';
import { JOB_PAYLOADS, type JobHandlers, type JobKind } from './job-kinds';
import { noteEffect } from './note-effect';

/** Jobs per lane of one call, so that a worker that is stopping does not have to finish a long queue. */
const JOBS_OF_A_LANE = 10;
/** With pauses that double from 5 s to 1 h, about a day of retries. */
const MAX_ATTEMPTS = 30;
const FIRST_PAUSE_MS = 5 * SECOND_MS;
const LONGEST_PAUSE_MS = HOUR_MS;

interface ClaimedJob {
  id: bigint;
  kind: string;
  payload: unknown;
  attempts: number;
}

/**
 * Claims the jobs that are due and runs some at a time, as many as mails may be on their way to the mail server at
 * once. What concerns the same person or report keeps its order. Several workers may run jobs: one that is claimed by
 * one is skipped by the others.
 * @param atOnce how many
 * @returns how many jobs were run; zero means that nothing was due
 * @throws what a lane met when the outbox could not be read or written, after all lanes have ended
 */
export async function runDueJobs(
  handlers: JobHandlers,
  atOnce = env().MAILS_AT_ONCE,
): Promise<number> {
  let left = JOBS_OF_A_LANE * atOnce;
  let count = 0;
  let lastClaim: Promise<unknown> = Promise.resolve();
  const running = new Map<string, Promise<void>>();
  // Claimed one after the other, so that each sees the earlier jobs of its subject.
  const startNext = () => {
    const claim = lastClaim.then(async () => {
      if (left === 0) return null;
      const job = await claimDueJob();
      left = job === null ? 0 : left - 1;
      if (job === null) return null;
      const subject = subjectOf(job);
      const run = runJob(handlers, job, running.get(subject));
      // The next one of this subject begins after this one, however it ends.
      running.set(
        subject,
        run.catch(() => undefined),
      );
      return { run };
    });
    lastClaim = claim.catch(() => undefined);
    return claim;
  };
  const runLane = async () => {
    for (let next = await startNext(); next !== null; next = await startNext()) {
      await next.run;
      count += 1;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, runLane));
  // Thrown only now: the other lanes may stand between a mail and its note, and the worker may be stopping.
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return count;
}

/** What a job concerns: the one id in its payload. */
function subjectOf({ id, payload }: ClaimedJob): string {
  const ids = payload instanceof Object ? Object.values(payload).filter(isId) : [];
  return ids[0] ?? `job ${id}`;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && z.uuid().safeParse(value).success;
}

async function claimDueJob(): Promise<ClaimedJob | null> {
  for (;;) {
    const now = await databaseNow();
    const open = { doneAt: null, failedAt: null };
    const job = await database().outboxJob.findFirst({
      where: { ...open, runAfter: { lte: now }, ...isUnclaimed(now) },
      orderBy: [{ runAfter: 'asc' }, { id: 'asc' }],
      select: { id: true, kind: true, payload: true, attempts: true },
    });
    if (job === null) return null;
    const { id } = job;
    const isOurs = await takeLease((free, claimedUntil) =>
      database().outboxJob.updateMany({
        // Not after another worker has tried it.
        where: { id, attempts: job.attempts, ...open, ...free },
        data: { claimedUntil, attempts: { increment: 1 } },
      }),
    );
    // Else another worker was faster; there may be another job.
    if (isOurs) return { ...job, attempts: job.attempts + 1 };
  }
}

/** @param earlier what must end first; while the job waits for it, its lease is renewed */
async function runJob(
  handlers: JobHandlers,
  job: ClaimedJob,
  earlier: Promise<void> | undefined,
): Promise<void> {
  try {
    const { kind } = job;
    if (!isJobKind(kind)) throw new Error(`Unknown kind of job: ${kind}`);
    await withLease(
      (claimedUntil) => renew(job, claimedUntil),
      async () => {
        await earlier;
        const attributes = { attempt: job.attempts };
        await traceRoot(`job ${kind}`, attributes, () => dispatch(handlers, kind, job));
        await noteEffect(async (tx) => {
          const doneAt = await databaseNow(tx);
          await tx.outboxJob.update({ where: { id: job.id }, data: { doneAt } });
        });
      },
    );
  } catch (error) {
    const gaveUp = job.attempts >= MAX_ATTEMPTS;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (job.attempts - 1), LONGEST_PAUSE_MS);
    log().warn(
      { job: String(job.id), kind: job.kind, attempt: job.attempts, gaveUp, err: error },
      'job failed',
    );
    const now = await databaseNow();
    await database().outboxJob.updateMany({
      where: stillHeld(job),
      data: {
        claimedUntil: null,
        lastError: isAppError(error) ? error.code : 'internal',
        ...(gaveUp ? { failedAt: now } : { runAfter: new Date(now.getTime() + pause) }),
      },
    });
  }
}

function renew(job: ClaimedJob, claimedUntil: Date) {
  return database().outboxJob.updateMany({ where: stillHeld(job), data: { claimedUntil } });
}

/** Not released, and not taken over by another worker after its lease ran out: each claim is a try. */
function stillHeld({ id, attempts }: ClaimedJob) {
  return { id, attempts, doneAt: null, claimedUntil: { not: null } };
}

function isJobKind(kind: string): kind is JobKind {
  return Object.hasOwn(JOB_PAYLOADS, kind);
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- K ties handler and schema
async function dispatch<K extends JobKind>(handlers: JobHandlers, kind: K, job: ClaimedJob) {
  const handler: JobHandlers[K] = handlers[kind];
  const schema = JOB_PAYLOADS[kind];
  // TypeScript cannot see that the schema and the handler of one K agree.
  const payload = schema.parse(job.payload) as Parameters<typeof handler>[0];
  // No account has a language of its own yet.
  await handler(payload, { id: job.id, locale: DEFAULT_LOCALE });
}
