import type { EmergencyAccess } from '@/generated/prisma/client';
import { enqueueJob } from '@/jobs/enqueue-job';
import type { NoticeKind } from '@/notifications/notice-kinds';
import { notify } from '@/notifications/notify';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import type { Transaction } from '@/platform/database/database';
import { isAppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { readSummaryOf } from '@/records/emergency/read-summary-of';

/**
 * Tells the patient, the people whom the patient named with an e-mail address, and every administrator that a doctor has
 * opened something, in the transaction that opens it: nothing is open of which nobody is told.
 */
export async function tellEverybody(
  tx: Transaction,
  { id, tier, patientId }: Pick<EmergencyAccess, 'id' | 'tier'> & { patientId: string },
): Promise<void> {
  const kind: NoticeKind = tier === 'SUMMARY' ? 'emergency-opened' : 'emergency-record-opened';
  await notify(tx, { accountId: patientId, kind, once: `${kind}:${id}` });
  await notifyAdministrators(tx, {
    kind: tier === 'SUMMARY' ? 'emergency-to-review' : 'emergency-record-to-review',
    once: `emergency-to-review:${id}`,
  });
  for (const [place, { email }] of (await contactsOf(tx, patientId)).entries()) {
    if (email === null) continue;
    await enqueueJob(
      tx,
      'mail-emergency-contact',
      { accessId: id, place },
      { dedupeKey: `mail-emergency-contact:${id}:${place}` },
    );
  }
}

/** None where the summary was altered: the others must still be told, and the rest of the record be opened. */
async function contactsOf(tx: Transaction, patientId: string) {
  try {
    const { summary } = await readSummaryOf(tx, patientId);
    return summary?.contacts ?? [];
  } catch (error) {
    if (!isAppError(error, 'object-altered')) throw error;
    log().error({ accountId: patientId }, 'an emergency summary in the database was altered');
    return [];
  }
}
