import type { Transaction } from '@/platform/database/database';

/**
 * Deletes the staged data of a report that no reorganisation can remove from the chain any more: from now on its
 * metadata is on the chain only. Idempotent.
 */
export async function finaliseReport(
  tx: Transaction,
  contentHash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.stagedReport.deleteMany({
    where: { report: { contentHash, anchoredAt: { not: null } } },
  });
}
