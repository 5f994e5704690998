import type { Actor } from '@/accounts/sessions/actor';
import type { AccessRequest } from '@/generated/prisma/client';
import { Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { isGenuineRequest } from './access-request-mac';

/**
 * Locks a request for the rest of the transaction, for its doctor or its patient. Call it first in the transaction, so
 * that the verb decides on the newest state.
 * @throws AppError not-found for all others, and for a row that we did not write
 */
export async function lockRequest(
  tx: Transaction,
  { role, status, accountId }: Actor,
  requestId: string,
): Promise<AccessRequest> {
  if (status !== 'ACTIVE' || role === 'ADMIN') throw new AppError('not-found');
  const column = role === 'DOCTOR' ? Prisma.sql`doctorId` : Prisma.sql`patientId`;
  // Written, not only locked: the servers of a cluster do not know each other's locks (docs/decisions/139).
  const found = await tx.$executeRaw`
    UPDATE AccessRequest SET lockCount = lockCount + 1
    WHERE id = ${requestId} AND ${column} = ${accountId}`;
  if (found === 0) throw new AppError('not-found');
  return requireGenuine(tx, await tx.accessRequest.findUnique({ where: { id: requestId } }));
}

/**
 * @throws AppError not-found where there is no row, or it is not as we stored it
 */
export async function requireGenuine<R extends AccessRequest>(
  tx: Transaction,
  request: R | null,
): Promise<R> {
  if (request === null) throw new AppError('not-found');
  if (await isGenuineRequest(tx, request)) return request;
  log().error({ request: request.id }, 'a request for access in the database was altered');
  throw new AppError('not-found');
}
