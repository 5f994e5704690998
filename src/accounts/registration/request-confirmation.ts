import { enqueueJob } from '@/jobs/enqueue-job';
import { claimCall, hasCallsLeft } from '@/platform/http/call-windows';
import { inTransaction } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { afterAtLeast } from '@/platform/http/after-at-least';
import { findAccount } from '@/accounts/email/find-account';
import { mailDedupeKey } from '@/accounts/notices/mail-dedupe-key';

/** Of one address from one network: more are mistakes or mischief. */
const TRIES = { calls: 6, minutes: 60 };
/** Mails to one address, from whichever network they are asked for. More are left out silently. */
const MAILS = { calls: 6, minutes: 60 };
const PAUSE_MS = MINUTE_MS;

/**
 * Mails the link that confirms an address once more, at most once a minute, if a registration waits for it;
 * the answer does not reveal whether one does.
 * @param email normalised
 * @param network the caller's, see app/api/caller.ts
 * @throws AppError too-many-requests
 */
export async function requestConfirmation(email: string, network = 'unknown'): Promise<void> {
  await claimCall('confirmation mail', `${network} ${email}`, TRIES);
  await afterAtLeast(
    inTransaction(async (tx) => {
      const account = await findAccount(tx, email);
      if (account?.status !== 'UNCONFIRMED') return;
      const dedupeKey = await mailDedupeKey(tx, 'mail-confirm-email', email, PAUSE_MS);
      // Only mails count: frequent requests in one minute must not use up the hour.
      if ((await tx.outboxJob.count({ where: { dedupeKey } })) > 0) return;
      if (!(await hasCallsLeft(tx, 'confirmation mails to an address', email, MAILS))) return;
      await enqueueJob(tx, 'mail-confirm-email', { accountId: account.id }, { dedupeKey });
    }),
  );
}
