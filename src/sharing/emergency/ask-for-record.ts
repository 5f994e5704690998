import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { emergencyMac } from './emergency-mac';
import type { recordInput } from './emergency-schema';
import { ANSWER_MS } from './emergency-times';
import { findOpenEmergency } from './find-open-emergency';
import { requireOpenEmergency } from './require-open-emergency';
import { sealReason } from './sealed-reason';

/**
 * Asks for all reports of a patient whose emergency summary the doctor has open. Nothing is opened before two
 * administrators have acknowledged it. While such a request waits or is open, it is answered.
 * @throws AppError proof-needed, and as requireOpenEmergency
 */
export async function askForRecord(
  actor: Actor,
  summaryId: string,
  stated: z.infer<typeof recordInput>,
): Promise<{ accessId: string }> {
  requireDoctor(actor);
  await requireFreshProof(actor);
  const { accountId: doctorId } = actor;
  return inTransaction(async (tx) => {
    // Written, not only locked (docs/decisions/139): two tabs ask once.
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${doctorId}`;
    const { patientId } = await requireOpenEmergency(tx, actor, summaryId, 'SUMMARY');
    const now = await databaseNow(tx);
    const known = await findOpenEmergency(tx, { doctorId, patientId, tier: 'RECORD' }, now);
    if (known !== null) return { accessId: known.id };
    const id = uuidv7();
    const deciding = {
      ...{ id, doctorId, patientId, tier: 'RECORD' as const, state: 'ASKED' as const },
      ...{ askedAt: now, answerBy: new Date(now.getTime() + ANSWER_MS) },
      ...{ firstById: null, secondById: null, openedAt: null, endsAt: null, reviewBy: null },
      ...{ reviewedById: null, reviewedAt: null, verdict: null },
    };
    const summary = await tx.emergencyAccess.findUniqueOrThrow({ where: { id: summaryId } });
    await tx.emergencyAccess.create({
      data: {
        ...{ ...deciding, foundBy: summary.foundBy },
        sealedReason: await sealReason(tx, patientId, id, stated),
        mac: await emergencyMac(tx, deciding),
      },
    });
    await notify(tx, {
      ...{ accountId: patientId, kind: 'emergency-record-asked', once: `emergency-asked:${id}` },
    });
    await notifyAdministrators(tx, {
      ...{ kind: 'emergency-to-acknowledge', once: `emergency-asked:${id}` },
    });
    appendAuditEvent(tx, {
      ...{ action: 'emergency.record-asked', actorKind: 'ACCOUNT', actorId: doctorId },
      ...{ subjectId: patientId, details: { accessId: id } },
    });
    return { accessId: id };
  });
}
