import type { z } from 'zod';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { requirePatient } from '@/reports/access/lock-received-report';
import { sealSummary } from './sealed-summary';
import type { summaryInput } from './summary-schema';

/**
 * Saves what a patient wants a doctor to know in an emergency, in the place of what was there. Who holds a stolen session
 * could harm the patient by it, and leave out whom to tell: so it needs a fresh proof, and is mailed.
 * @returns the revision that the next change is made of
 * @throws AppError not-found for all but patients; proof-needed; conflict when it was changed since the page was opened
 */
export async function saveSummary(
  actor: Actor,
  { summary, revision }: z.infer<typeof summaryInput>,
): Promise<{ revision: number }> {
  requirePatient(actor);
  await requireFreshProof(actor);
  const { accountId } = actor;
  const next = revision + 1;
  await inTransaction(async (tx) => {
    // Written, not only locked (docs/decisions/139): of two tabs that save at once the second one must see the first.
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    const found = await tx.emergencySummary.findUnique({ where: { accountId } });
    if ((found?.revision ?? 0) !== revision) {
      throw new AppError('conflict', { detail: (t) => t('records.emergency.changedElsewhere') });
    }
    const data = {
      sealedSummary: await sealSummary(tx, accountId, summary),
      ...{ revision: next, savedAt: await databaseNow(tx) },
    };
    await tx.emergencySummary.upsert({
      where: { accountId },
      create: { accountId, ...data },
      update: data,
    });
    await queueSecurityNotice(tx, actor, { kind: 'emergency-summary-changed' });
    appendAuditEvent(tx, {
      ...{ action: 'emergency.summary-saved', actorKind: 'ACCOUNT', actorId: accountId },
    });
  });
  return { revision: next };
}
