import { computeAddress } from 'ethers';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@/platform/database/database';
import { enqueueJob } from '@/jobs/enqueue-job';
import { env } from '@/platform/env';
import { hashOfSent } from '@/registry/calls/hash-of-sent';
import { retractionMac } from '@/registry/calls/retraction-mac';
import { wakeRelayedCalls } from '@/registry/relayer/change-waiting-calls';
import { countAtCommit } from '@/reports/counts/count-at-commit';

/**
 * Queues the issuer's `retractReport`, which the worker sends and the chain follower confirms. It is retried until it
 * succeeds, so pages show the report as ended from now on.
 * @param replacement content hash of the report to read instead, or null
 */
export async function queueRetraction(
  tx: Transaction,
  reportId: string,
  replacement: Uint8Array<ArrayBuffer> | null,
): Promise<void> {
  const askedEnd = replacement === null ? 'RETRACTED' : 'SUPERSEDED';
  const report = await tx.report.update({ where: { id: reportId }, data: { askedEnd } });
  const asked = { id: uuidv7(), reportId, replacement };
  await tx.chainTransaction.create({
    data: {
      ...asked,
      mac: await retractionMac(tx, { ...asked, contentHash: hashOfSent(report) }),
      kind: 'RETRACT_REPORT',
      status: 'PREPARED',
      sender: computeAddress(env().ISSUER_PRIVATE_KEY),
      permissions: [],
    },
  });
  countAtCommit(tx, reportId);
  await wakeRelayedCalls(tx, reportId);
  await enqueueJob(
    tx,
    'retract-report',
    { transactionId: asked.id },
    { dedupeKey: `retract-report:${asked.id}` },
  );
}
