import { enqueueJob } from '@/jobs/enqueue-job';
import { claimCall } from '@/platform/call-windows';
import { inTransaction } from '@/platform/database';
import { afterAtLeast } from './after-at-least';
import { findAccount } from './find-account';
import { mailDedupeKey } from './mail-dedupe-key';

/** Of one address from one network: more are mistakes or mischief. */
const TRIES = { calls: 6, minutes: 60 };
/** Of one address from everywhere: so many that no few networks can use up its owner's tries. */
const TRIES_FROM_EVERYWHERE = { calls: 120, minutes: 60 };
const PAUSE_MS = 60_000;

/**
 * Mails the link that confirms an address once more, at most once a minute, if a registration waits for it;
 * nothing tells the asker whether one does.
 * @param email normalised
 * @param network the caller's, see app/api/caller.ts
 * @throws AppError too-many-requests
 */
export async function requestConfirmation(email: string, network = 'unknown'): Promise<void> {
  await claimCall('confirmation mail', `${network} ${email}`, TRIES);
  await claimCall('confirmation mail from everywhere', email, TRIES_FROM_EVERYWHERE);
  await afterAtLeast(
    inTransaction(async (tx) => {
      const account = await findAccount(tx, email);
      if (account?.status !== 'UNCONFIRMED') return;
      const dedupeKey = await mailDedupeKey(tx, 'mail-confirm-email', email, PAUSE_MS);
      await enqueueJob(tx, 'mail-confirm-email', { accountId: account.id }, { dedupeKey });
    }),
  );
}
