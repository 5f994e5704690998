import type { Erasure } from '@/generated/prisma/client';
import { isUnclaimed, takeLease, withLease } from '@/jobs/lease';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { MINUTE_MS, SECOND_MS } from '@/platform/time/durations';
import { STEPS, type HeldErasure, type Step } from './advance';
import { closeAccount, type Hindrance } from './close-account';
import { destroyKey } from './destroy-key';
import { destroyObjects } from './destroy-objects';
import { eraseRows } from './erase-rows';
import { issueReceipt } from './issue-receipt';
import { keepReports } from './keep-reports';

/** Nobody waits for it at a page: what it waits for may take an hour. */
const WAITS_MS = 5 * MINUTE_MS;
const FIRST_PAUSE_MS = 5 * SECOND_MS;
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;

const OPEN: Erasure['state'][] = ['WAITING', 'STARTED'];

/** What is done after the account was closed. */
const WORK: Record<Exclude<Step, 'close' | 'done'>, (held: HeldErasure) => Promise<void>> = {
  keep: keepReports,
  objects: destroyObjects,
  key: destroyKey,
  rows: eraseRows,
  receipt: issueReceipt,
};

/**
 * Carries out the erasure that is due longest, step by step. A worker that dies leaves the step at which another goes on;
 * what fails, because the store is away, is tried again until it is done: an erasure that has begun is never given up.
 * @param stop ends it between two steps
 * @returns whether there was one
 */
export async function eraseDue(stop: AbortSignal): Promise<boolean> {
  const claimed = await claimErasure();
  if (claimed === null) return false;
  const { id, attempts } = claimed;
  try {
    await withLease(
      (claimedUntil) =>
        database().erasure.updateMany({
          where: { id, attempts, state: { in: OPEN } },
          data: { claimedUntil },
        }),
      async () => {
        while (!stop.aborted && (await runNextStep(id, attempts)));
      },
    );
    await release(claimed, {});
  } catch (error) {
    log().warn({ erasure: id, attempt: attempts, err: error }, 'erasure failed');
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts, 10), LONGEST_PAUSE_MS);
    const code = isAppError(error) ? error.code : 'internal';
    const now = await databaseNow();
    await release(claimed, { waitsFor: code, runAfter: new Date(now.getTime() + pause) });
  }
  return true;
}

async function claimErasure(): Promise<Erasure | null> {
  const now = await databaseNow();
  const row = await database().erasure.findFirst({
    where: { state: { in: OPEN }, runAfter: { lte: now }, ...isUnclaimed(now) },
    orderBy: { runAfter: 'asc' },
  });
  if (row === null) return null;
  const { id, attempts } = row;
  const isOurs = await takeLease((free, claimedUntil) =>
    database().erasure.updateMany({
      where: { id, attempts, state: { in: OPEN }, ...free },
      data: { claimedUntil, attempts: { increment: 1 } },
    }),
  );
  return isOurs ? { ...row, attempts: attempts + 1 } : null;
}

/**
 * Does the next step of an erasure that a worker holds.
 * @param attempts which try it is, by which a worker holds it
 * @returns whether there is another step
 */
export async function runNextStep(id: string, attempts: number): Promise<boolean> {
  const row = await database().erasure.findFirst({ where: { id, attempts, state: { in: OPEN } } });
  const step = STEPS.find((one) => one === row?.step);
  if (row === null || step === undefined || step === 'done') return false;
  if (step !== 'close') {
    await WORK[step]({ ...row, step });
    return true;
  }
  const now = await databaseNow();
  if (row.dueAt > now) {
    await waitFor(row, null, row.dueAt);
    return false;
  }
  const hindrance = await closeAccount({ ...row, step });
  if (hindrance === null) return true;
  await waitFor(row, hindrance, new Date(now.getTime() + WAITS_MS));
  return false;
}

async function waitFor({ id, attempts }: Erasure, waitsFor: Hindrance | null, runAfter: Date) {
  await database().erasure.updateMany({ where: { id, attempts }, data: { waitsFor, runAfter } });
}

async function release(
  { id, attempts }: Erasure,
  data: { waitsFor?: string; runAfter?: Date },
): Promise<void> {
  await database().erasure.updateMany({
    where: { id, attempts, state: { in: OPEN } },
    data: { ...data, claimedUntil: null },
  });
}
