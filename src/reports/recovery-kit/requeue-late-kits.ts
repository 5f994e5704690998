import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { enqueueJob } from '@/jobs/enqueue-job';
import { Prisma } from '@/generated/prisma/client';
import { READ_BY_PATIENT } from '@/reports/states/read-by-patient';

/** Patients whose kits are queued at a time; the rest by the next run. */
const BATCH = 100;

/**
 * Queues the update of kits that lack a report: when its job gave up after a day without the store, or the report and
 * the first key came at the same moment. At most once an hour for each patient.
 * @returns false: there is nothing more to do now
 */
export async function requeueLateKits(): Promise<false> {
  const accounts = await findLateKits();
  const hour = (await databaseNow()).toISOString().slice(0, 13);
  for (const accountId of accounts) {
    const dedupeKey = `update-recovery-kit:${accountId}:${hour}`;
    await inTransaction((tx) =>
      enqueueJob(tx, 'update-recovery-kit', { accountId }, { dedupeKey }),
    );
  }
  return false;
}

/** Patients with a key who have a report that it does not open yet. */
async function findLateKits(): Promise<string[]> {
  const rows = await database().$queryRaw<{ accountId: string }[]>`
    SELECT DISTINCT kit.accountId
    FROM (
      SELECT accountId,
        UNHEX(SHA2(GROUP_CONCAT(recipient ORDER BY recipient SEPARATOR '\n'), 256)) AS recipients
      FROM RecoveryRecipient WHERE revokedAt IS NULL GROUP BY accountId
    ) kit
    JOIN Report ON Report.patientId = kit.accountId
    LEFT JOIN RecoveryWrap ON RecoveryWrap.reportId = Report.id
    WHERE Report.state IN (${Prisma.join([...READ_BY_PATIENT])})
      AND Report.wrappedKey IS NOT NULL AND Report.objectAddress IS NOT NULL
      AND (RecoveryWrap.recipients IS NULL OR RecoveryWrap.recipients <> kit.recipients)
    LIMIT ${BATCH}`;
  return rows.map(({ accountId }) => accountId);
}
