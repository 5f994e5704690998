import type { JobPayload } from '@/jobs/job-kinds';
import { notify } from '@/notifications/notify';
import type { Transaction } from '@/platform/database/database';

/** Notifies a person of what happened to the reset of their second factors, in the transaction of the change. */
export async function notifyFactorReset(
  tx: Transaction,
  { accountId, resetId }: { accountId: string; resetId: string },
  news: JobPayload<'mail-factor-reset'>['news'],
): Promise<void> {
  await notify(tx, {
    accountId,
    kind: `factor-reset-${news}`,
    refId: resetId,
    mail: { kind: 'mail-factor-reset', payload: { resetId, news } },
  });
}
