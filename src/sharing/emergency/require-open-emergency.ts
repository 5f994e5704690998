import type { Actor } from '@/accounts/sessions/actor';
import type { EmergencyAccess } from '@/generated/prisma/client';
import type { EmergencyTier } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { requireGenuineEmergency } from './emergency-mac';
import { emergencyStateAt } from './emergency-times';

/** An access that is open now. */
export type OpenEmergency = EmergencyAccess & { patientId: string; endsAt: Date };

/**
 * A doctor's own access while it is open. It is the permission: nothing else lets the doctor read.
 * @throws AppError not-found for all others, and for a row that we did not write; grant-expired when its time is over;
 * grant-removed when it was ended, was not acknowledged, or its patient is gone
 */
export async function requireOpenEmergency(
  tx: Transaction,
  actor: Actor,
  accessId: string,
  tier: EmergencyTier,
): Promise<OpenEmergency> {
  requireDoctor(actor);
  const row = await tx.emergencyAccess.findFirst({
    where: { id: accessId, doctorId: actor.accountId, tier },
  });
  const access = await requireGenuineEmergency(tx, row);
  const { patientId, endsAt } = access;
  const state = emergencyStateAt(access, await databaseNow(tx));
  if (state === 'OPEN' && patientId !== null && endsAt !== null) {
    return { ...access, patientId, endsAt };
  }
  const isOver = state === 'ENDED' && access.endedById === null && patientId !== null;
  throw isOver
    ? new AppError('grant-expired', { detail: (t) => t('sharing.emergency.isOver') })
    : new AppError('grant-removed', { detail: (t) => t('sharing.emergency.isNotOpen') });
}
