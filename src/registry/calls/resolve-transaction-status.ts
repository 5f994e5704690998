import { hexlify, type JsonRpcProvider, type TransactionReceipt } from 'ethers';
import type { ChainTransaction, ChainTransactionKind } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { findRevert } from '@/registry/contract/find-revert';
import { readReport } from '@/registry/contract/read-report';
import { registryInterface } from '@/registry/contract/report-registry';
import { hashOfSent } from './hash-of-sent';
import { DROPPED_AFTER_MS, type TransactionFailure } from '@/registry/contract/transaction-failure';

const EVENTS: Record<ChainTransactionKind, string> = {
  ADD_REPORT: 'ReportAdded',
  SET_PERMISSIONS: 'PermissionsSet',
  RETRACT_REPORT: 'ReportRetracted',
  WITHDRAW_REPORT: 'ReportWithdrawn',
};

/** A transaction that is not decided. */
export type OpenTransaction = ChainTransaction & {
  report: { contentHash: Uint8Array<ArrayBuffer> | null };
  /** Who sent it in the patient's place, if anyone did. */
  relayedCall: { relayer: string | null } | null;
};

/** What became of a transaction, by the confirmed blocks. */
export type Resolution =
  | { outcome: 'waits' }
  /** The network has it. */
  | { outcome: 'pending'; nonce: number }
  /** The network does not have it (any more), but not for long enough to count as dropped. */
  | { outcome: 'unknown' }
  | { outcome: 'failed'; reason: TransactionFailure }
  /** It succeeded in a block that was read, but its event was not applied: the node did not return it. */
  | { outcome: 'missed'; block: number };

const WAITS: Resolution = { outcome: 'waits' };

/**
 * Resolves the status of one open transaction.
 * @param nextBlock the first block that the follower has not read: nothing from there on is final
 */
export async function resolveTransactionStatus(
  rpc: JsonRpcProvider,
  open: OpenTransaction,
  nextBlock: number,
): Promise<Resolution> {
  const hash = open.transactionHash;
  const resolution =
    hash === null
      ? failed('deadline-passed')
      : await resolveSentStatus(rpc, { ...open, transactionHash: hash }, nextBlock);
  if (resolution.outcome !== 'failed' || open.kind !== 'ADD_REPORT') return resolution;
  return isAddedAnyway(open, resolution, nextBlock);
}

async function resolveSentStatus(
  rpc: JsonRpcProvider,
  open: OpenTransaction & { transactionHash: string },
  nextBlock: number,
): Promise<Resolution> {
  const [receipt, sent] = await Promise.all([
    rpc.getTransactionReceipt(open.transactionHash),
    rpc.getTransaction(open.transactionHash),
  ]);
  if (receipt !== null) {
    if (receipt.blockNumber >= nextBlock) return WAITS;
    if (receipt.status === 0) {
      const { reason, report } = await findRevert(rpc, receipt, sent);
      return failed(isOfAnother(open, report) ? 'batch-refused' : reason);
    }
    const isMissed = hasEvent(open, receipt) && !(await isOfConfirmedAttempt(open));
    return isMissed ? { outcome: 'missed', block: receipt.blockNumber } : failed('replaced');
  }
  if (sent !== null) return { outcome: 'pending', nonce: sent.nonce };
  if (open.nonce !== null) {
    const sender = open.relayedCall?.relayer ?? open.sender;
    const used = await rpc.getTransactionCount(sender, nextBlock - 1);
    if (used > open.nonce) return failed('replaced');
  }
  const { unknownSince } = open;
  const now = await databaseNow();
  const isDropped =
    unknownSince !== null && now.getTime() - unknownSince.getTime() >= DROPPED_AFTER_MS;
  return isDropped ? failed('dropped') : { outcome: 'unknown' };
}

function failed(reason: TransactionFailure): Resolution {
  return { outcome: 'failed', reason };
}

/** Whether the contract refused a batch because of another report than this one. */
function isOfAnother({ batchId, report }: OpenTransaction, refused: string | null): boolean {
  return batchId !== null && refused !== null && refused !== hexlify(hashOfSent(report));
}

function hasEvent({ kind, report }: OpenTransaction, receipt: TransactionReceipt): boolean {
  const topic = registryInterface.getEvent(EVENTS[kind])?.topicHash;
  const contentHash = hexlify(hashOfSent(report));
  return receipt.logs.some(
    (log) =>
      log.address.toLowerCase() === env().REGISTRY_ADDRESS.toLowerCase() &&
      log.topics[0] === topic &&
      log.topics[1] === contentHash,
  );
}

/** Whether this hash belongs to another attempt, which was confirmed. */
async function isOfConfirmedAttempt({
  reportId,
  kind,
  transactionHash,
}: OpenTransaction): Promise<boolean> {
  const where = { reportId, kind, transactionHash, status: 'CONFIRMED' as const };
  return (await database().chainTransaction.count({ where })) > 0;
}

/**
 * A report that the chain has after all: the follower will confirm it, has confirmed another attempt, or has
 * missed it. A report of the patient that is known but not anchored here is repaired by recheckReports.
 */
async function isAddedAnyway(
  open: OpenTransaction,
  resolution: Resolution,
  nextBlock: number,
): Promise<Resolution> {
  const contentHash = hashOfSent(open.report);
  const { status, addedBlock } = await readReport(contentHash);
  if (status === 'none') return resolution;
  const indexed = await database().chainReport.findUnique({ where: { contentHash } });
  if (indexed === null) {
    return addedBlock < nextBlock ? { outcome: 'missed', block: addedBlock } : WAITS;
  }
  const isUnknownHere = await database().report.count({
    where: {
      id: open.reportId,
      anchoredAt: null,
      patient: { wallets: { some: { address: indexed.owner } } },
    },
  });
  return isUnknownHere > 0 ? WAITS : failed('report-already-added');
}
