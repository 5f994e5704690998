import type { Actor } from '@/accounts/actor';
import { database } from '@/platform/database';
import { composeRequest } from './compose-request';
import type { PreparedTransaction } from './prepared-transaction';

/**
 * The request of a prepared transaction once more, for a tab that was closed before the wallet answered.
 * @returns null when there is nothing to send: it is sent, given up, too late, or another person's
 */
export async function resumeTransaction(
  actor: Actor,
  transactionId: string,
): Promise<PreparedTransaction | null> {
  const transaction = await database().chainTransaction.findFirst({
    where: {
      id: transactionId,
      kind: { not: 'RETRACT_REPORT' },
      status: 'PREPARED',
      deadline: { gt: new Date() },
      report: { patientId: actor.accountId },
    },
    include: { report: { select: { contentHash: true } } },
  });
  const contentHash = transaction?.report.contentHash ?? null;
  if (transaction === null || contentHash === null) return null;
  return composeRequest(transaction, contentHash);
}
