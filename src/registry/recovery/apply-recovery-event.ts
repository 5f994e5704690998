import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Prisma, WalletRecovery } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import type { RecoveryEvent, RecoveryProposedEvent } from '@/registry/chain/chain-events';
import { notifyRecoveryNews } from '@/registry/recovery/news/notify-recovery-news';
import { indexSuccessor } from './index-successor';
import { NO_END } from './recovery-columns';

/**
 * Applies a confirmed event about a lost wallet, also when the patient did not ask for the recovery here: they must
 * get a mail in time to stop it. Called by the follower inside its transaction; idempotent.
 */
export async function applyRecoveryEvent(tx: Transaction, event: RecoveryEvent): Promise<void> {
  const { oldOwner, block, blockHash, transactionHash, blockTime: endedAt } = event;
  const details = { block, transactionHash };
  const end = {
    endedAt,
    endedTransaction: transactionHash,
    endedBlock: BigInt(block),
    endedBlockHash: blockHash,
  };
  // After a reorganisation the same transaction may be in another block.
  await tx.walletRecovery.updateMany({
    where: {
      oldAddress: oldOwner,
      endedTransaction: transactionHash,
      endedBlockHash: { not: null },
    },
    data: end,
  });
  switch (event.name) {
    case 'RecoveryProposed':
      return applyProposal(tx, event);
    case 'RecoveryVetoed':
      for (const recovery of await findProposed(tx, event)) {
        await recordNews(
          tx,
          recovery,
          { ...end, state: 'VETOED', vetoer: event.vetoer },
          'vetoed',
          {
            ...details,
            vetoer: event.vetoer,
          },
        );
      }
      return;
    case 'RecoveryExecuted':
      await indexSuccessor(tx, event);
      for (const recovery of await findProposed(tx, event)) {
        await recordNews(tx, recovery, { ...end, state: 'EXECUTED' }, 'executed', details);
      }
      // What else was asked for about the same wallet has become impossible.
      await tx.walletRecovery.updateMany({
        where: { oldAddress: oldOwner, state: 'REQUESTED' },
        data: { ...end, state: 'REPLACED' },
      });
  }
}

async function applyProposal(tx: Transaction, event: RecoveryProposedEvent): Promise<void> {
  const { oldOwner: oldAddress, newOwner: newAddress, proposer, opensAt, block } = event;
  const { blockTime: proposedAt, transactionHash: proposedTransaction, blockHash } = event;
  const wallet = await tx.wallet.findUnique({ where: { address: oldAddress } });
  if (wallet === null) return;
  const pair = { oldAddress, newAddress };
  const inBlock = { proposedBlock: BigInt(block), proposedBlockHash: blockHash };
  const known = await tx.walletRecovery.findFirst({ where: { ...pair, proposedTransaction } });
  if (known !== null && known.opensAt?.getTime() === opensAt.getTime()) {
    // After a reorganisation the same transaction may be in another block.
    if (known.proposedBlockHash !== null) {
      await tx.walletRecovery.update({ where: { id: known.id }, data: inBlock });
    }
    // What an undone proposal had replaced is open again, and this one replaces it, too.
    return replaceOthers(tx, event, known, isBefore(event));
  }
  // A later one of the same pair was applied, so this one was, too: the chain is being read again.
  const later = await tx.walletRecovery.count({
    where: {
      ...pair,
      proposedAt: { gt: proposedAt },
      ...(known === null ? {} : { id: { not: known.id } }),
    },
  });
  if (later > 0) return;
  const recovery =
    known ??
    (await tx.walletRecovery.findFirst({
      where: { ...pair, state: { in: ['REQUESTED', 'PROPOSED'] } },
      orderBy: { createdAt: 'desc' },
    })) ??
    (await tx.walletRecovery.create({
      data: { ...pair, accountId: wallet.accountId, state: 'PROPOSED' },
    }));
  await replaceOthers(tx, event, recovery, isNotAfter(event));
  // A second proposal of the same pair, or the same one in another block, begins the days again.
  const data = {
    ...inBlock,
    ...NO_END,
    proposer,
    proposedAt,
    proposedTransaction,
    opensAt,
    readyMailAt: null,
  };
  await recordNews(tx, recovery, { ...data, state: 'PROPOSED' }, 'proposed', {
    block,
    transactionHash: proposedTransaction,
    proposer,
  });
}

/** The contract keeps one proposal of a wallet, also when it was for the same new one and lapsed. */
async function replaceOthers(
  tx: Transaction,
  { oldOwner: oldAddress, blockTime, transactionHash, block, blockHash }: RecoveryProposedEvent,
  by: WalletRecovery,
  proposed: Prisma.WalletRecoveryWhereInput,
): Promise<void> {
  await tx.walletRecovery.updateMany({
    where: { oldAddress, id: { not: by.id }, state: 'PROPOSED', ...proposed },
    data: {
      state: 'REPLACED',
      endedAt: blockTime,
      endedTransaction: transactionHash,
      endedBlock: BigInt(block),
      endedBlockHash: blockHash,
    },
  });
}

/**
 * What an event ended: at most one, unless the index was written by hand. While the chain is read again, an
 * event may be older than the proposal, and ended an earlier one.
 */
function findProposed(tx: Transaction, event: RecoveryEvent): Promise<WalletRecovery[]> {
  return tx.walletRecovery.findMany({
    where: { oldAddress: event.oldOwner, state: 'PROPOSED', ...isNotAfter(event) },
  });
}

/** Proposed in an earlier block, or in the same one. By numbers, because blocks may share a second. */
function isNotAfter({ block, blockTime }: RecoveryEvent): Prisma.WalletRecoveryWhereInput {
  return {
    OR: [
      { proposedBlock: { lte: BigInt(block) } },
      // Applied before block numbers were stored.
      { proposedBlock: null, proposedAt: { lte: blockTime } },
    ],
  };
}

function isBefore({ block, blockTime }: RecoveryEvent): Prisma.WalletRecoveryWhereInput {
  return {
    OR: [
      { proposedBlock: { lt: BigInt(block) } },
      { proposedBlock: null, proposedAt: { lt: blockTime } },
    ],
  };
}

/** Updates the recovery, queues the mail to the patient and writes the audit event. */
async function recordNews(
  tx: Transaction,
  { id, accountId, oldAddress, newAddress }: WalletRecovery,
  data: Prisma.WalletRecoveryUpdateInput,
  news: 'proposed' | 'vetoed' | 'executed',
  details: Record<string, string | number>,
): Promise<void> {
  await tx.walletRecovery.update({ where: { id }, data });
  await notifyRecoveryNews(tx, { id, accountId }, news);
  appendAuditEvent(tx, {
    action: `recovery.${news}`,
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    subjectId: accountId,
    details: { ...details, oldAddress, newAddress },
  });
}
