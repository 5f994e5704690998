import type { Transaction } from '@/platform/database/database';
import type { RecoveryExecutedEvent } from '@/registry/chain/chain-events';

/** Writes into the index that a wallet governs what another governed; harmless when repeated. */
export async function indexSuccessor(
  tx: Transaction,
  { oldOwner, newOwner }: RecoveryExecutedEvent,
): Promise<void> {
  await tx.chainReport.updateMany({ where: { owner: oldOwner }, data: { owner: newOwner } });
}
