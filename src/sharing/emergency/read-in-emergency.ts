import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { isAppError } from '@/platform/errors';
import { recordViolation } from '@/reports/violations/record-violation';
import { isGenuineEmergency } from './emergency-mac';

/**
 * Reads something of an emergency access. A try after its end is part of the trail; one after somebody else than the
 * doctor ended it is a violation, too.
 * @throws AppError as `read`
 */
export async function readInEmergency<T>(
  actor: Actor,
  accessId: string,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isAppError(error, 'grant-removed', 'grant-expired')) {
      await recordRefusal(actor, accessId, error.code);
    }
    throw error;
  }
}

/** Without the report: whose it is, was not looked up. */
async function recordRefusal({ accountId }: Actor, accessId: string, because: string) {
  await inTransaction(async (tx) => {
    const access = await tx.emergencyAccess.findUnique({ where: { id: accessId } });
    const patientId = access?.patientId ?? null;
    appendAuditEvent(tx, {
      ...{ action: 'emergency.refused', actorKind: 'ACCOUNT', actorId: accountId },
      ...(patientId === null ? {} : { subjectId: patientId }),
      details: { accessId, because },
    });
    if (access === null || patientId === null || !(await isGenuineEmergency(tx, access))) return;
    // What ended by its time has nobody who ended it.
    if (access.endedById === null || access.endedById === accountId) return;
    await recordViolation(tx, {
      ...{ kind: 'READ_AFTER_END', actorKind: 'ACCOUNT', actorId: accountId },
      ...{ patientId, reportId: null },
    });
  });
}
