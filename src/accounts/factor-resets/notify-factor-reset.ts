import type { JobPayload } from '@/jobs/job-kinds';
import { notify } from '@/notifications/notify';
import type { Transaction } from '@/platform/database/database';

type News = JobPayload<'mail-factor-reset'>['news'];

/** By which the mail's job is found. Each piece of news comes once in a reset. */
export function mailKeyOf(resetId: string, news: News): string {
  return `mail-factor-reset:${resetId}:${news}`;
}

/** Notifies a person of what happened to the reset of their second factors, in the transaction of the change. */
export async function notifyFactorReset(
  tx: Transaction,
  { accountId, resetId }: { accountId: string; resetId: string },
  news: News,
): Promise<void> {
  await notify(tx, {
    accountId,
    kind: `factor-reset-${news}`,
    refId: resetId,
    mail: {
      kind: 'mail-factor-reset',
      payload: { resetId, news },
      dedupeKey: mailKeyOf(resetId, news),
    },
  });
}
