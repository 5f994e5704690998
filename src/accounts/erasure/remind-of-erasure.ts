import type { JobHandler } from '@/jobs/job-kinds';
import { inTransaction } from '@/platform/database/database';
import { notifyErasure } from './notify-erasure';

/** Reminds a person a day before their erasure begins, unless they have taken it back. */
export const remindOfErasure: JobHandler<'remind-of-erasure'> = async ({ erasureId }) => {
  await inTransaction(async (tx) => {
    const erasure = await tx.erasure.findUnique({ where: { id: erasureId } });
    if (erasure?.state !== 'WAITING') return;
    await notifyErasure(tx, { accountId: erasure.accountId, erasureId }, 'tomorrow');
  });
};
