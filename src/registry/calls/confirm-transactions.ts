import { hexlify } from 'ethers';
import {
  Prisma,
  type ChainTransaction,
  type ChainTransactionKind,
} from '@/generated/prisma/client';
import { caseById } from '@/platform/database/case-by-id';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import type { ReportEvent } from '@/registry/chain/chain-events';
import { queueSentNotices } from './queue-sent-notice';
import type { TransactionFailure } from '@/registry/contract/transaction-failure';

const KINDS: Partial<Record<ReportEvent['name'], ChainTransactionKind>> = {
  ReportAdded: 'ADD_REPORT',
  PermissionsSet: 'SET_PERMISSIONS',
  ReportRetracted: 'RETRACT_REPORT',
  ReportWithdrawn: 'WITHDRAW_REPORT',
};

/**
 * Marks the transactions that caused confirmed events. Each is found by its hash or, when the hash was never
 * recorded or the wallet replaced it by one with a higher fee, by what it committed. Also one that is marked as
 * cancelled or failed: the chain decides.
 * @param events of one name and of different reports
 */
export async function confirmTransactions(
  tx: Transaction,
  events: readonly ReportEvent[],
): Promise<void> {
  const kind = KINDS[events[0]?.name ?? 'ReportTransferred'];
  if (kind === undefined) return;
  const candidates = await tx.chainTransaction.findMany({
    where: { kind, report: { contentHash: { in: events.map(({ contentHash }) => contentHash) } } },
    orderBy: { createdAt: 'desc' },
    include: { report: { select: { patientId: true, contentHash: true } } },
  });
  const ofReport = Map.groupBy(candidates, ({ report }) => hexlify(report.contentHash ?? '0x'));
  const caused = events.flatMap((event) => {
    const cause = causeOf(ofReport.get(hexlify(event.contentHash)) ?? [], event);
    return cause === undefined ? [] : [{ cause, event }];
  });
  if (caused.length === 0) return;
  // In case no page recorded that they were sent.
  const sent = caused.flatMap(({ cause: { report, ...transaction } }) =>
    report.patientId === null ? [] : [{ patientId: report.patientId, transaction }],
  );
  await queueSentNotices(tx, sent);
  const columns = (valueOf: (event: ReportEvent) => unknown) =>
    caseById(caused.map(({ cause, event }) => [cause.id, valueOf(event)]));
  await tx.$executeRaw`
    UPDATE ChainTransaction
    SET status = 'CONFIRMED', failure = NULL, updatedAt = ${await databaseNow(tx)},
      transactionHash = ${columns((event) => event.transactionHash)},
      confirmedBlock = ${columns((event) => event.block)},
      confirmedBlockHash = ${columns((event) => event.blockHash)}
    WHERE id IN (${Prisma.join(caused.map(({ cause }) => cause.id))})`;
  const causes = caused.map(({ cause }) => cause);
  if (kind === 'ADD_REPORT') await endOtherAttempts(tx, causes);
}

function causeOf<T extends ChainTransaction>(
  candidates: readonly T[],
  event: ReportEvent,
): T | undefined {
  const isCause = (candidate: T) =>
    (candidate.status !== 'CONFIRMED' || isOncePerReport(event)) && commits(candidate, event);
  return (
    candidates.find((candidate) => candidate.transactionHash === event.transactionHash) ??
    candidates.find(isCause)
  );
}

/**
 * What happens to a report only once can have been confirmed before only on a branch that a reorganisation took away,
 * and its transaction was then replaced. The same viewers can be set by several transactions.
 */
function isOncePerReport({ name }: ReportEvent): boolean {
  return name === 'ReportAdded' || name === 'ReportRetracted' || name === 'ReportWithdrawn';
}

/** A report is added once: every other attempt has failed. */
async function endOtherAttempts(
  tx: Transaction,
  causes: readonly ChainTransaction[],
): Promise<void> {
  const failure: TransactionFailure = 'report-already-added';
  const others = await tx.chainTransaction.findMany({
    where: {
      reportId: { in: causes.map(({ reportId }) => reportId) },
      kind: 'ADD_REPORT',
      id: { notIn: causes.map(({ id }) => id) },
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
    case 'ReportWithdrawn':
      return true;
    case 'ReportTransferred':
      return false;
  }
}
