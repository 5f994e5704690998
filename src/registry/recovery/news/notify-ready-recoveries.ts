import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { notifyRecoveryNews } from './notify-recovery-news';
import { chainNow } from '@/registry/recovery/chain-now';
import { RECOVERY_WINDOW_MS } from '@/registry/recovery/recovery-limits';
import { readStanding } from '@/registry/recovery/recovery-phase';

/**
 * Queues a mail to every patient whose recovery can be finished from now on, except while its proposer is
 * dismissed. May run in several workers at once.
 * @throws AppError chain-unavailable
 */
export async function notifyReadyRecoveries(): Promise<void> {
  const where = { state: 'PROPOSED', readyMailAt: null } as const;
  if ((await database().walletRecovery.count({ where })) === 0) return;
  const now = await chainNow();
  const open = await database().walletRecovery.findMany({
    where: { ...where, opensAt: { lte: now, gt: new Date(now.getTime() - RECOVERY_WINDOW_MS) } },
  });
  for (const recovery of open) {
    const { phase } = await readStanding(recovery);
    if (phase !== 'ready') continue;
    const { id } = recovery;
    await inTransaction(async (tx) => {
      const { count } = await tx.walletRecovery.updateMany({
        where: { id, ...where },
        data: { readyMailAt: await databaseNow(tx) },
      });
      if (count !== 1) return;
      await notifyRecoveryNews(tx, recovery, 'ready');
    });
  }
}
