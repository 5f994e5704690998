import { computeAddress } from 'ethers';
import type { Transaction } from '@/platform/database/database';
import { enqueueJob } from '@/jobs/enqueue-job';
import { env } from '@/platform/env';

/**
 * Queues the issuer's `retractReport`, which the worker sends and the chain follower confirms.
 * @param replacement content hash of the report to read instead, or null
 */
export async function queueRetraction(
  tx: Transaction,
  reportId: string,
  replacement: Uint8Array<ArrayBuffer> | null,
): Promise<void> {
  const { id } = await tx.chainTransaction.create({
    data: {
      reportId,
      kind: 'RETRACT_REPORT',
      status: 'PREPARED',
      sender: computeAddress(env().ISSUER_PRIVATE_KEY),
      permissions: [],
      replacement,
    },
  });
  await enqueueJob(
    tx,
    'retract-report',
    { transactionId: id },
    { dedupeKey: `retract-report:${id}` },
  );
}
