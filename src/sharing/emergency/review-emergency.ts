import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { sealPersonText } from '@/vault/person-texts';
import { changeEmergency, lockEmergency } from './change-emergency';
import type { ReviewInput } from './emergency-schema';
import { closeEmergency, closeRecordAfter } from './end-emergency';
import { emergencyStateAt } from './emergency-times';

/**
 * An administrator's verdict about an access that was opened: once, also after the time for it. One that is found not
 * justified ends at once, and what was asked for because of it; justified is only what is over. The patient and the doctor are told.
 * @throws AppError forbidden for all but administrators; proof-needed; not-found, also for one that was never opened;
 * conflict when it has a verdict already, or is still open and is to be justified
 */
export async function reviewEmergency(
  actor: Actor,
  accessId: string,
  { verdict, words }: ReviewInput,
): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    let access = await lockEmergency(tx, accessId);
    if (access.openedAt === null) throw new AppError('not-found');
    if (access.verdict !== null) throw new AppError('conflict');
    const now = await databaseNow(tx);
    if (emergencyStateAt(access, now) === 'OPEN') {
      // What is still to come cannot be judged yet.
      if (verdict === 'JUSTIFIED') {
        throw new AppError('conflict', { detail: (t) => t('sharing.emergency.stillOpen') });
      }
      await closeEmergency(tx, access, actor);
      access = await lockEmergency(tx, accessId);
    }
    if (verdict === 'UNJUSTIFIED') await closeRecordAfter(tx, access, actor);
    const { doctorId, patientId } = access;
    await changeEmergency(tx, access, {
      ...{ verdict, reviewedById: actor.accountId, reviewedAt: now },
      // The key of an erased patient is gone, and with it what could be said about them.
      ...(patientId !== null && {
        sealedVerdict: await sealPersonText(
          tx,
          patientId,
          `emergency-access/${accessId}/answer`,
          words,
        ),
      }),
    });
    const people = [patientId, doctorId].filter((id) => id !== null);
    await notify(
      tx,
      people.map((accountId) => ({
        accountId,
        kind: accountId === doctorId ? 'emergency-verdict' : 'emergency-reviewed',
        once: `emergency-reviewed:${accessId}`,
      })),
    );
    appendAuditEvent(tx, {
      ...{ action: 'emergency.reviewed', actorKind: 'ACCOUNT', actorId: actor.accountId },
      subjectId: patientId ?? doctorId,
      details: { accessId, verdict },
    });
  });
}
