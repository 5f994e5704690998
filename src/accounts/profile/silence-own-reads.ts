import { z } from 'zod';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';

/** Whether a patient's own reads of ordinary reports are left out of the trail. */
export const ownReadsInput = z.object({ silent: z.boolean() });

/**
 * Leaves a patient's own reads of reports of class N out of the trail, or logs them again. Who holds a stolen session
 * could hide reads by it: so it needs a fresh proof, is mailed, and is itself an event.
 * @throws AppError proof-needed; forbidden for all but patients
 */
export async function silenceOwnReads(
  actor: Actor,
  { silent }: z.infer<typeof ownReadsInput>,
): Promise<void> {
  if (actor.role !== 'PATIENT') throw new AppError('forbidden');
  await requireFreshProof(actor);
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    const { count } = await tx.patientProfile.updateMany({
      where: { accountId, silentReadsSince: silent ? null : { not: null } },
      data: { silentReadsSince: silent ? await databaseNow(tx) : null },
    });
    if (count === 0) return;
    if (silent) await queueSecurityNotice(tx, actor, { kind: 'own-reads-silenced' });
    appendAuditEvent(tx, {
      action: silent ? 'account.own-reads-silenced' : 'account.own-reads-logged',
      actorKind: 'ACCOUNT',
      actorId: accountId,
    });
  });
}

/** Whether a patient's own reads of ordinary reports are left out of the trail. */
export async function areOwnReadsSilent(accountId: string): Promise<boolean> {
  const where = { accountId, silentReadsSince: { not: null } };
  return (await database().patientProfile.count({ where })) > 0;
}
