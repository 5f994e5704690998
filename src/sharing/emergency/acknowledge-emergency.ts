import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import type { EmergencyAccess } from '@/generated/prisma/client';
import { notify } from '@/notifications/notify';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { changeEmergency, lockEmergency } from './change-emergency';
import { emergencyStateAt, openedAtOnce } from './emergency-times';
import { tellEverybody } from './notices/tell-everybody';

/**
 * Acknowledges that a doctor reads all reports of a patient. The second of two different administrators opens them for
 * four hours. A first acknowledgement by somebody who is no active administrator any more does not count: this one
 * takes its place. What an administrator acknowledges they do not see.
 * @throws AppError forbidden, also for the doctor who asks; proof-needed, not-found; wrong-state for the administrator
 * who has acknowledged it already; conflict when it is over or opened
 */
export async function acknowledgeEmergency(actor: Actor, accessId: string): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const access = await lockEmergency(tx, accessId);
    if (access.doctorId === actor.accountId) throw new AppError('forbidden');
    const { patientId } = access;
    if (access.tier !== 'RECORD' || patientId === null) throw new AppError('not-found');
    const isSecond = await acknowledge(tx, access, actor.accountId);
    appendAuditEvent(tx, {
      action: isSecond ? 'emergency.record-opened' : 'emergency.acknowledged',
      ...{ actorKind: 'ACCOUNT', actorId: actor.accountId },
      ...{ subjectId: patientId, details: { accessId } },
    });
    if (!isSecond) return;
    await tellEverybody(tx, { ...access, patientId });
    await notify(tx, {
      ...{ accountId: access.doctorId, kind: 'emergency-granted' },
      once: `emergency-granted:${accessId}`,
    });
  });
}

/** @returns whether it is the second acknowledgement, which opens */
async function acknowledge(
  tx: Transaction,
  access: EmergencyAccess,
  administratorId: string,
): Promise<boolean> {
  const now = await databaseNow(tx);
  if (emergencyStateAt(access, now) !== 'ASKED') throw new AppError('conflict');
  if (access.firstById === administratorId) {
    throw new AppError('wrong-state', { detail: (t) => t('sharing.emergency.needsAnother') });
  }
  if (!(await counts(tx, access.firstById))) {
    await changeEmergency(tx, access, { firstById: administratorId, firstAt: now });
    return false;
  }
  await changeEmergency(tx, access, {
    ...{ state: 'OPEN', secondById: administratorId, ...openedAtOnce('RECORD', now) },
  });
  return true;
}

/** Whether a first acknowledgement counts: its administrator is still one, and has not reported a stranger. */
async function counts(tx: Transaction, firstById: string | null): Promise<boolean> {
  if (firstById === null) return false;
  const locked = await tx.$executeRaw`
    UPDATE Account SET lockCount = lockCount + 1
    WHERE id = ${firstById} AND role = 'ADMIN' AND status = 'ACTIVE' AND frozenAt IS NULL`;
  return locked === 1;
}
