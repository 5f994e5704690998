import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { ChainTransaction } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';

/**
 * Queues the mail to a patient that their wallet has sent a transaction, once for each transaction, also when it
 * adds several reports. Call it when the transaction is known to be sent.
 */
export async function queueSentNotice(
  tx: Transaction,
  patientId: string,
  { id, batchId, kind, permissions, device }: ChainTransaction,
): Promise<void> {
  if (kind === 'RETRACT_REPORT') return;
  const viewers = Array.isArray(permissions) ? permissions.length : 0;
  const reports = batchId === null ? 1 : await tx.chainTransaction.count({ where: { batchId } });
  const event =
    kind === 'ADD_REPORT'
      ? ({ kind: 'anchored', reports, viewers } as const)
      : ({ kind: 'viewers-changed', viewers } as const);
  await queueSecurityNotice(tx, { accountId: patientId, device }, event, `sent:${batchId ?? id}`);
}
