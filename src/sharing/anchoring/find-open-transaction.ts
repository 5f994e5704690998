import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';

/** A prepared or sent transaction of the patient's wallet. */
export interface PendingTransaction {
  transactionId: string;
  kind: 'ADD_REPORT' | 'SET_PERMISSIONS' | 'WITHDRAW_REPORT';
}

/** Finds the prepared or sent transaction of a report, so that a page can resume it; null when there is none. */
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
