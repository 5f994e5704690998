import type { ChainTransaction, ChainTransactionKind } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import type { ReportEvent } from '@/registry/chain/chain-events';
import { queueSentNotice } from './queue-sent-notice';
import type { TransactionFailure } from '@/registry/contract/transaction-failure';

const KINDS: Partial<Record<ReportEvent['name'], ChainTransactionKind>> = {
  ReportAdded: 'ADD_REPORT',
  PermissionsSet: 'SET_PERMISSIONS',
  ReportRetracted: 'RETRACT_REPORT',
};

/**
 * Marks the transaction that caused a confirmed event. It is found by its hash or, when the hash was never
 * recorded or the wallet replaced it by one with a higher fee, by what it committed. Also one that is marked as
 * cancelled or failed: the chain decides.
 */
export async function confirmTransaction(tx: Transaction, event: ReportEvent): Promise<void> {
  const kind = KINDS[event.name];
  if (kind === undefined) return;
  const candidates = await tx.chainTransaction.findMany({
    where: { kind, report: { contentHash: event.contentHash } },
    orderBy: { createdAt: 'desc' },
    include: { report: { select: { patientId: true } } },
  });
  const cause =
    candidates.find((candidate) => candidate.transactionHash === event.transactionHash) ??
    candidates.find((candidate) => candidate.status !== 'CONFIRMED' && commits(candidate, event));
  if (cause === undefined) return;
  // In case no page recorded that it was sent.
  if (cause.report.patientId !== null) await queueSentNotice(tx, cause.report.patientId, cause);
  await tx.chainTransaction.update({
    where: { id: cause.id },
    data: {
      status: 'CONFIRMED',
      transactionHash: event.transactionHash,
      confirmedBlock: BigInt(event.block),
      confirmedBlockHash: event.blockHash,
      failure: null,
    },
  });
  if (kind === 'ADD_REPORT') await endOtherAttempts(tx, cause);
}

/** A report is added once: every other attempt has failed. */
async function endOtherAttempts(tx: Transaction, cause: ChainTransaction): Promise<void> {
  const failure: TransactionFailure = 'report-already-added';
  const others = await tx.chainTransaction.findMany({
    where: {
      reportId: cause.reportId,
      kind: 'ADD_REPORT',
      id: { not: cause.id },
      status: { in: ['PREPARED', 'SENT'] },
    },
    select: { id: true, batchId: true },
  });
  if (others.length === 0) return;
  const ids = others.map(({ id }) => id);
  await tx.chainTransaction.updateMany({
    where: { id: { in: ids } },
    data: { status: 'FAILED', failure },
  });
  // The contract will refuse a batch that contains this report: its deadline ends now.
  const batchIds = others.flatMap(({ batchId }) => batchId ?? []);
  await tx.chainTransaction.updateMany({
    where: { batchId: { in: batchIds }, status: 'PREPARED' },
    data: { deadline: await databaseNow(tx) },
  });
}

function commits(candidate: ChainTransaction, event: ReportEvent): boolean {
  switch (event.name) {
    case 'ReportAdded':
      // Sealed with a random nonce: no two attempts have the same bytes.
      return (
        Buffer.compare(candidate.sealedMetadata ?? new Uint8Array(), event.sealedMetadata) === 0
      );
    case 'PermissionsSet':
      return JSON.stringify(candidate.permissions) === JSON.stringify(event.permissions);
    case 'ReportRetracted':
      return (
        Buffer.compare(
          candidate.replacement ?? new Uint8Array(),
          event.replacement ?? new Uint8Array(),
        ) === 0
      );
    case 'ReportTransferred':
    case 'ReportWithdrawn':
      return false;
  }
}
