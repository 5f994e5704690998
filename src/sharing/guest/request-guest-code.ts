import { enqueueJob } from '@/jobs/enqueue-job';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { checkGuestPermission } from './check-guest-permission';
import { findLinkedGrant } from './find-linked-grant';
import { CODE_PAUSE_MS, MAX_FAILED_CODES } from './guest-limits';

/**
 * Queues a mail with a code for a guest with a valid permission, at most once a minute.
 * @throws AppError link-unknown, code-cap, grant-removed, grant-expired, report-invalid, chain-unavailable,
 * too-many-requests
 */
export async function requestGuestCode(token: string): Promise<void> {
  const grant = await findLinkedGrant(token);
  if (grant === null) throw new AppError('link-unknown');
  if (grant.failedCodes >= MAX_FAILED_CODES) throw new AppError('code-cap');
  const { outcome } = await checkGuestPermission(grant);
  if (outcome !== 'permitted') throw new AppError(outcome);
  await inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const count = await tx.$executeRaw`
      UPDATE \`Grant\` SET codeRequestedAt = ${now}
      WHERE id = ${grant.id}
        AND (codeRequestedAt IS NULL OR codeRequestedAt <= ${new Date(now.getTime() - CODE_PAUSE_MS)})`;
    if (count !== 1) {
      throw new AppError('too-many-requests', {
        detail: (t) => t('sharing.requestGuestCode.tooSoon'),
      });
    }
    await enqueueJob(tx, 'mail-guest-code', { grantId: grant.id });
  });
}
