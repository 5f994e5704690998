import { enqueueJob } from '@/jobs/enqueue-job';
import { inTransaction } from '@/platform/database/database';
import { afterAtLeast } from '@/platform/http/after-at-least';
import { findAccount } from '@/accounts/email/find-account';
import { mailDedupeKey } from '@/accounts/notices/mail-dedupe-key';

/**
 * Mails a link to set a new password, if the address has an account; the answer does not reveal whether it has.
 * An unconfirmed account has nothing to recover: its owner confirms it or registers again.
 * @param email normalised
 */
export function requestPasswordReset(email: string): Promise<void> {
  return afterAtLeast(
    inTransaction(async (tx) => {
      const account = await findAccount(tx, email);
      if (account === null) return;
      const kind = account.status === 'UNCONFIRMED' ? 'mail-confirm-email' : 'mail-reset-password';
      const dedupeKey = await mailDedupeKey(tx, kind, email);
      await enqueueJob(tx, kind, { accountId: account.id }, { dedupeKey });
    }),
  );
}
