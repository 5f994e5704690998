import type { AccessRequest } from '@/generated/prisma/client';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { DAY_MS } from '@/platform/time/durations';
import { requireGenuine } from './lock-request';
import { moveRequest } from './move-request';
import { OPEN_STATES, type RequestMove } from './access-moves';

/** How long a request is kept after its end, and after the end that it asked for. */
const KEPT_MS = 30 * DAY_MS;

const AT_ONCE = 100;

/** Notes the end of requests whose time is over or whose doctor's account was closed, and deletes old ones. */
export async function sweepRequests(): Promise<void> {
  const now = await databaseNow();
  await moveAll('expire', {
    OR: [
      { state: 'ASKED', answerBy: { lte: now } },
      { state: 'GRANTED', until: { lte: now } },
    ],
  });
  await moveAll('close', {
    state: { in: [...OPEN_STATES] },
    doctor: { status: { not: 'ACTIVE' } },
  });
  const before = new Date(now.getTime() - KEPT_MS);
  await database().accessRequest.deleteMany({
    where: { endedAt: { lt: before }, until: { lt: before } },
  });
}

async function moveAll(
  move: Extract<RequestMove, 'expire' | 'close'>,
  where: NonNullable<Parameters<Transaction['accessRequest']['findMany']>[0]>['where'],
): Promise<void> {
  const due = await database().accessRequest.findMany({
    where: { ...where },
    select: { id: true },
    take: AT_ONCE,
  });
  for (const { id } of due) await inTransaction((tx) => moveOne(tx, id, move));
}

async function moveOne(
  tx: Transaction,
  id: string,
  move: Extract<RequestMove, 'expire' | 'close'>,
): Promise<void> {
  await tx.$executeRaw`UPDATE AccessRequest SET lockCount = lockCount + 1 WHERE id = ${id}`;
  try {
    const request: AccessRequest = await requireGenuine(
      tx,
      await tx.accessRequest.findUnique({ where: { id } }),
    );
    await moveRequest(tx, request, move, 'worker');
  } catch (error) {
    // Decided or withdrawn meanwhile, or altered by somebody: then it opens nothing anyway.
    if (!isAppError(error, 'wrong-state', 'not-found')) throw error;
  }
}
