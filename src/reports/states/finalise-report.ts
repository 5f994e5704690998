import type { Transaction } from '@/platform/database/database';

/**
 * Deletes what was staged of a report that no reorganisation can take off the chain any more: from now on its
 * metadata lives there alone. Harmless when repeated.
 */
export async function finaliseReport(
  tx: Transaction,
  contentHash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.stagedReport.deleteMany({
    where: { report: { contentHash, anchoredAt: { not: null } } },
  });
}
