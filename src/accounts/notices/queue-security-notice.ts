import { enqueueJob } from '@/jobs/enqueue-job';
import type { JobPayload } from '@/jobs/job-kinds';
import type { Transaction } from '@/platform/database/database';

/** What a person is told at once, in case somebody else did it in their name. */
export type SecurityEvent = JobPayload<'mail-security-notice'>['event'];

/**
 * Queues the mail about an act of weight, in the transaction of the act.
 * @param who whose account it is, and the browser that acted
 * @param once what is told only once however often it is noticed
 */
export async function queueSecurityNotice(
  tx: Transaction,
  { accountId, device }: { accountId: string; device: string | null },
  event: SecurityEvent,
  once?: string,
): Promise<void> {
  const payload = { accountId, at: new Date().toISOString(), device, event };
  await enqueueJob(
    tx,
    'mail-security-notice',
    payload,
    once === undefined ? {} : { dedupeKey: `mail-security-notice:${once}` },
  );
}
