import { enqueueJob } from '@/jobs/enqueue-job';
import { enqueueMany } from '@/jobs/enqueue-many';
import type { JobPayload } from '@/jobs/job-kinds';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** An event that is mailed to the account's owner at once, in case another person caused it. */
export type SecurityEvent = JobPayload<'mail-security-notice'>['event'];

/** Whose account an event is about, and the browser that acted. */
interface SecuritySubject {
  accountId: string;
  device: string | null;
}

/**
 * Queues the mail about a security event, in the transaction that causes it.
 * @param who whose account it is, and the browser that acted
 * @param once deduplication key of an event that may be noticed several times
 */
export async function queueSecurityNotice(
  tx: Transaction,
  { accountId, device }: SecuritySubject,
  event: SecurityEvent,
  once?: string,
): Promise<void> {
  const payload = { accountId, at: (await databaseNow(tx)).toISOString(), device, event };
  await enqueueJob(
    tx,
    'mail-security-notice',
    payload,
    once === undefined ? {} : { dedupeKey: `mail-security-notice:${once}` },
  );
}

/** Queues the mails about many security events, each of which may be noticed several times, in one statement. */
export async function queueSecurityNotices(
  tx: Transaction,
  notices: readonly { who: SecuritySubject; event: SecurityEvent; once: string }[],
): Promise<void> {
  const at = (await databaseNow(tx)).toISOString();
  await enqueueMany(
    tx,
    'mail-security-notice',
    notices.map(({ who: { accountId, device }, event, once }) => ({
      payload: { accountId, at, device, event },
      dedupeKey: `mail-security-notice:${once}`,
    })),
  );
}
