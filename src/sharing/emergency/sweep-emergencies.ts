import { appendAuditEvent } from '@/audit/append-audit-event';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isAppError } from '@/platform/errors';
import { recordViolation } from '@/reports/violations/record-violation';
import { changeEmergency, lockEmergency } from './change-emergency';
import { emergencyStateAt } from './emergency-times';
import { listOverdueReviews } from './overdue-reviews';

const AT_ONCE = 100;

/**
 * Notes the end of accesses whose time is over, so that a clock that is set back opens none of them again, and tells the
 * administrators once of each review that is overdue.
 */
export async function sweepEmergencies(): Promise<void> {
  const now = await databaseNow();
  const due = await database().emergencyAccess.findMany({
    where: {
      OR: [
        { state: 'OPEN', endsAt: { lte: now } },
        { state: 'ASKED', answerBy: { lte: now } },
      ],
    },
    select: { id: true },
    take: AT_ONCE,
  });
  for (const { id } of due) await inTransaction((tx) => noteEnd(tx, id));
  const overdue = await listOverdueReviews(database(), now);
  for (const { id } of overdue.filter(({ overdueAt }) => overdueAt === null)) {
    await inTransaction((tx) => noteOverdue(tx, id));
  }
}

/** The patient and the administrators hear of it once, and it is reported on the chain. */
async function noteOverdue(tx: Transaction, id: string): Promise<void> {
  try {
    const access = await lockEmergency(tx, id);
    const { verdict, overdueAt, doctorId, patientId } = access;
    if (verdict !== null || overdueAt !== null) return;
    await changeEmergency(tx, access, { overdueAt: await databaseNow(tx) });
    await notifyAdministrators(tx, {
      ...{ kind: 'emergency-review-overdue', once: `emergency-review-overdue:${id}` },
    });
    await recordViolation(tx, {
      ...{ kind: 'EMERGENCY_NOT_REVIEWED', actorKind: 'ACCOUNT', actorId: doctorId },
      ...{ patientId, reportId: null },
    });
  } catch (error) {
    // Reviewed meanwhile, or altered by somebody.
    if (!isAppError(error, 'not-found', 'conflict')) throw error;
  }
}

async function noteEnd(tx: Transaction, id: string): Promise<void> {
  try {
    const access = await lockEmergency(tx, id);
    const state = emergencyStateAt(access, await databaseNow(tx));
    if (state !== 'ENDED' && state !== 'EXPIRED') return;
    if (state === access.state) return;
    await changeEmergency(tx, access, { state, endedAt: access.endsAt ?? access.answerBy });
    appendAuditEvent(tx, {
      ...{ action: 'emergency.over', actorKind: 'SYSTEM', actorId: 'sweep-emergencies' },
      ...(access.patientId === null ? {} : { subjectId: access.patientId }),
      details: { accessId: id },
    });
  } catch (error) {
    // Ended meanwhile, or altered by somebody: then it opens nothing anyway.
    if (!isAppError(error, 'not-found', 'conflict')) throw error;
  }
}
