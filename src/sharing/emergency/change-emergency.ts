import type { EmergencyAccess, Prisma } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { emergencyMac, requireGenuineEmergency, type DecidingFields } from './emergency-mac';

/** What of an access changes; the columns that decide are authenticated anew. */
type Change = Partial<
  Pick<DecidingFields, Exclude<keyof DecidingFields, 'id' | 'doctorId' | 'tier' | 'askedAt'>>
> &
  Pick<
    Prisma.EmergencyAccessUncheckedUpdateManyInput,
    'firstAt' | 'endedAt' | 'endedById' | 'overdueAt' | 'sealedReason' | 'sealedVerdict'
  >;

/**
 * Locks an access for the rest of the transaction. Call it before anything is decided about it.
 * @throws AppError not-found, also for a row that we did not write
 */
export async function lockEmergency(tx: Transaction, accessId: string): Promise<EmergencyAccess> {
  // Written, not only locked: the servers of a cluster do not know each other's locks (docs/decisions/139).
  await tx.$executeRaw`UPDATE EmergencyAccess SET lockCount = lockCount + 1 WHERE id = ${accessId}`;
  return requireGenuineEmergency(
    tx,
    await tx.emergencyAccess.findUnique({ where: { id: accessId } }),
  );
}

/**
 * Changes an access together with its MAC.
 * @param access as it is now, locked
 * @throws AppError conflict when it was changed meanwhile
 */
export async function changeEmergency(
  tx: Transaction,
  access: EmergencyAccess,
  change: Change,
): Promise<void> {
  const { count } = await tx.emergencyAccess.updateMany({
    where: { id: access.id, mac: access.mac },
    data: { ...change, mac: await emergencyMac(tx, { ...access, ...change }) },
  });
  if (count !== 1) throw new AppError('conflict');
}
