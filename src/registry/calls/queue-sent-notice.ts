import { queueSecurityNotices, type SecurityEvent } from '@/accounts/notices/queue-security-notice';
import type { ChainTransaction } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

/** A transaction that a patient's wallet has sent. */
export interface SentTransaction {
  patientId: string;
  transaction: ChainTransaction;
}

/** As queueSentNotices, for one transaction. */
export function queueSentNotice(
  tx: Transaction,
  patientId: string,
  transaction: ChainTransaction,
): Promise<void> {
  return queueSentNotices(tx, [{ patientId, transaction }]);
}

/**
 * Queues the mails to patients that their wallets have sent transactions, once for each transaction, also when it
 * adds several reports. Call it when the transactions are known to be sent.
 */
export async function queueSentNotices(
  tx: Transaction,
  sent: readonly SentTransaction[],
): Promise<void> {
  // A retraction is the doctor's.
  const ofPatients = sent.filter(({ transaction }) => transaction.kind !== 'RETRACT_REPORT');
  const sizes = await batchSizes(
    tx,
    ofPatients.flatMap(({ transaction }) => transaction.batchId ?? []),
  );
  await queueSecurityNotices(
    tx,
    ofPatients.map(({ patientId, transaction: { id, batchId, kind, permissions, device } }) => {
      const viewers = Array.isArray(permissions) ? permissions.length : 0;
      const reports = batchId === null ? 1 : (sizes.get(batchId) ?? 1);
      const event: SecurityEvent =
        kind === 'ADD_REPORT'
          ? { kind: 'anchored', reports, viewers }
          : kind === 'WITHDRAW_REPORT'
            ? { kind: 'withdrawal-sent' }
            : { kind: 'viewers-changed', viewers };
      return { who: { accountId: patientId, device }, event, once: `sent:${batchId ?? id}` };
    }),
  );
}

async function batchSizes(
  tx: Transaction,
  batchIds: readonly string[],
): Promise<Map<string | null, number>> {
  if (batchIds.length === 0) return new Map();
  const sizes = await tx.chainTransaction.groupBy({
    by: 'batchId',
    where: { batchId: { in: [...new Set(batchIds)] } },
    _count: true,
  });
  return new Map(sizes.map(({ batchId, _count }) => [batchId, _count]));
}
