import type { JobHandler } from '@/jobs/job-kinds';
import { notify } from '@/notifications/notify';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { reminderKey } from './reminder-of';

/**
 * Reminds a patient when the hours begin for which low fees were expected: under the bell, and by mail unless they do
 * without. Run twice, it reminds once; after these hours, not at all.
 */
export const remindOfFees: JobHandler<'remind-of-fees'> = async (payload) => {
  const { accountId, from, until } = payload;
  if (Date.parse(until) <= (await databaseNow()).getTime()) return;
  const dedupeKey = `mail-${reminderKey(accountId, { from: new Date(from) })}`;
  await inTransaction((tx) =>
    notify(tx, {
      accountId,
      kind: 'fee-hours',
      mail: { kind: 'mail-fee-reminder', payload, dedupeKey },
    }),
  );
};
