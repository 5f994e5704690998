import type { Actor } from '@/accounts/actor';
import { database } from '@/platform/database';
import { isTransactionFailure, TRANSACTION_FAILURES } from '@/registry/transaction-failure';

/**
 * Why the patient's newest transaction for a report came to nothing, as a sentence, for a page that was
 * closed when it happened; null when it did not fail.
 */
export async function findLastFailure(actor: Actor, reportId: string): Promise<string | null> {
  const newest = await database().chainTransaction.findFirst({
    where: {
      reportId,
      report: { patientId: actor.accountId },
      kind: { not: 'RETRACT_REPORT' },
    },
    orderBy: { createdAt: 'desc' },
    select: { status: true, failure: true },
  });
  if (newest?.status !== 'FAILED') return null;
  const { failure } = newest;
  const known = failure !== null && isTransactionFailure(failure) ? failure : 'contract-refused';
  return TRANSACTION_FAILURES[known];
}
