import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';

/** A transaction of the patient's wallet that is neither confirmed nor given up. */
export interface PendingTransaction {
  transactionId: string;
  kind: 'ADD_REPORT' | 'SET_PERMISSIONS';
}

/** The transaction that is under way for a report, for a page to take up again; null when there is none. */
export async function findOpenTransaction(
  actor: Actor,
  reportId: string,
): Promise<PendingTransaction | null> {
  const transaction = await database().chainTransaction.findFirst({
    where: {
      reportId,
      report: { patientId: actor.accountId },
      kind: { not: 'RETRACT_REPORT' },
      status: { in: ['PREPARED', 'SENT'] },
    },
    orderBy: { createdAt: 'desc' },
  });
  if (transaction === null || transaction.kind === 'RETRACT_REPORT') return null;
  return { transactionId: transaction.id, kind: transaction.kind };
}
