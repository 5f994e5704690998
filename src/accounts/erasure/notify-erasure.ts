import type { JobPayload } from '@/jobs/job-kinds';
import { notify } from '@/notifications/notify';
import type { Transaction } from '@/platform/database/database';

type News = JobPayload<'mail-erasure-news'>['news'];

/** By which the mail's job is found. Each piece of news comes once in an erasure. */
export function erasureMailKey(erasureId: string, news: News): string {
  return `mail-erasure-news:${erasureId}:${news}`;
}

/** Notifies a person of what happens to their wish to be erased, in the transaction of the change. */
export async function notifyErasure(
  tx: Transaction,
  { accountId, erasureId }: { accountId: string; erasureId: string },
  news: News,
): Promise<void> {
  await notify(tx, {
    accountId,
    kind: `erasure-${news}`,
    refId: erasureId,
    mail: {
      kind: 'mail-erasure-news',
      payload: { erasureId, news },
      dedupeKey: erasureMailKey(erasureId, news),
    },
  });
}
