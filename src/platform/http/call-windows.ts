import { createHmac } from 'node:crypto';
import { databaseNow } from '@/platform/database/database-now';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { MINUTE_MS } from '@/platform/time/durations';

/** How often one caller may do one thing. */
export interface CallLimit {
  calls: number;
  /** Counted from the first call; then the count restarts. */
  minutes: number;
}

/**
 * Counts a call and refuses it when its caller has made too many. The count is in the database, because
 * several processes serve; the row stays locked until its count is read, so that each of several parallel calls
 * has a place of its own.
 * @param what the thing that is limited
 * @param caller who does it; kept as a keyed hash only, for it may be a network address
 * @throws AppError too-many-requests
 */
export async function claimCall(what: string, caller: string, limit: CallLimit): Promise<void> {
  const { calls, waitMs } = await inTransaction((tx) => countCall(tx, what, caller, limit));
  if (calls > limit.calls) throw tooManyRequests(waitMs);
}

/**
 * Counts a call in a transaction of the caller's, for what is to be left out silently instead of refused. The
 * count stays locked until the transaction ends, and is undone with it.
 * @returns whether the call is within the limit
 */
export async function hasCallsLeft(
  tx: Transaction,
  what: string,
  caller: string,
  limit: CallLimit,
): Promise<boolean> {
  const { calls } = await countCall(tx, what, caller, limit);
  return calls <= limit.calls;
}

async function countCall(tx: Transaction, what: string, caller: string, limit: CallLimit) {
  const id = windowId(what, caller);
  const now = await databaseNow(tx);
  const endsAt = new Date(now.getTime() + limit.minutes * MINUTE_MS);
  // MySQL assigns from left to right: both see when the old window ends.
  await tx.$executeRaw`
    INSERT INTO CallWindow (id, calls, endsAt) VALUES (${id}, 1, ${endsAt})
    ON DUPLICATE KEY UPDATE
      calls = IF(endsAt <= ${now}, 1, calls + 1),
      endsAt = IF(endsAt <= ${now}, ${endsAt}, endsAt)`;
  const window = await tx.callWindow.findUniqueOrThrow({ where: { id } });
  return { calls: window.calls, waitMs: window.endsAt.getTime() - now.getTime() };
}

/** The refusal of one call too many. @param waitMs until the count restarts */
export function tooManyRequests(waitMs: number): AppError {
  const minutes = Math.max(1, Math.ceil(waitMs / MINUTE_MS));
  return new AppError('too-many-requests', {
    detail: (t) => t('platform.callWindows.tooManyRequests', { minutes }),
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  });
}

/** Gives a counted call back, e.g. because only failures are to count. */
export async function refundCall(what: string, caller: string): Promise<void> {
  await database().callWindow.updateMany({
    where: { id: windowId(what, caller), calls: { gt: 0 } },
    data: { calls: { decrement: 1 } },
  });
}

/** Deletes a caller's count. */
export async function forgetCalls(what: string, caller: string): Promise<void> {
  await database().callWindow.deleteMany({ where: { id: windowId(what, caller) } });
}

/** Deletes the counts of windows that have ended. */
export async function sweepCallWindows(): Promise<void> {
  await database().callWindow.deleteMany({ where: { endsAt: { lt: await databaseNow() } } });
}

function windowId(what: string, caller: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    createHmac('sha256', env().SESSION_SECRET)
      .update(`medanchor/v1/calls/${what}/${caller}`)
      .digest(),
  );
}
