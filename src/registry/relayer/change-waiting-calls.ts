import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';

/** Has a call that waits for a low price sent by the next run. */
export async function hurryRelayedCall(tx: Transaction, id: string): Promise<void> {
  await tx.relayedCall.updateMany({
    where: { id, state: 'WAITING' },
    data: { whenCheap: false, sendAfter: await databaseNow(tx) },
  });
}

/** Drops a call whose transactions its patient has cancelled. */
export async function dropRelayedCall(tx: Transaction, id: string): Promise<void> {
  await tx.relayedCall.updateMany({
    where: { id, state: 'WAITING' },
    data: { state: 'FAILED', callData: null, waitsFor: null },
  });
}

/** Has the next run look at what waits for a report: its doctor has ended it. */
export async function wakeRelayedCalls(tx: Transaction, reportId: string): Promise<void> {
  await tx.relayedCall.updateMany({
    where: { state: 'WAITING', transactions: { some: { reportId } } },
    data: { sendAfter: await databaseNow(tx) },
  });
}
