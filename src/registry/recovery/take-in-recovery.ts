import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Prisma, WalletRecovery } from '@/generated/prisma/client';
import { enqueueJob } from '@/jobs/enqueue-job';
import type { Transaction } from '@/platform/database';
import type { RecoveryEvent, RecoveryProposedEvent } from '../chain-events';
import { indexSuccessor } from '../index-successor';

/**
 * Takes in what the chain has confirmed about a lost wallet, also when nobody asked for it here: whose
 * wallet it is must hear of it in time to stop it. Called by the follower inside its transaction; harmless
 * when repeated.
 */
export async function takeInRecovery(tx: Transaction, event: RecoveryEvent): Promise<void> {
  const { oldOwner, block, transactionHash, blockTime: endedAt } = event;
  const details = { block, transactionHash };
  switch (event.name) {
    case 'RecoveryProposed':
      return takeInProposal(tx, event);
    case 'RecoveryVetoed':
      for (const recovery of await findProposed(tx, event)) {
        await tell(tx, recovery, { state: 'VETOED', vetoer: event.vetoer, endedAt }, 'vetoed', {
          ...details,
          vetoer: event.vetoer,
        });
      }
      return;
    case 'RecoveryExecuted':
      await indexSuccessor(tx, event);
      for (const recovery of await findProposed(tx, event)) {
        await tell(tx, recovery, { state: 'EXECUTED', endedAt }, 'executed', details);
      }
      // What else was asked for about the same wallet has become impossible.
      await tx.walletRecovery.updateMany({
        where: { oldAddress: oldOwner, state: 'REQUESTED' },
        data: { state: 'REPLACED', endedAt },
      });
  }
}

async function takeInProposal(tx: Transaction, event: RecoveryProposedEvent): Promise<void> {
  const { oldOwner: oldAddress, newOwner: newAddress, proposer, opensAt, block } = event;
  const { blockTime: proposedAt, transactionHash: proposedTransaction } = event;
  const wallet = await tx.wallet.findUnique({ where: { address: oldAddress } });
  if (wallet === null) return;
  const pair = { oldAddress, newAddress };
  const known = await tx.walletRecovery.findFirst({ where: { ...pair, proposedTransaction } });
  if (known !== null) return;
  // A later one of the same pair was taken in, so this one was, too: the chain is being read again.
  const later = await tx.walletRecovery.count({
    where: { ...pair, proposedAt: { gt: proposedAt } },
  });
  if (later > 0) return;
  const asked = await tx.walletRecovery.findFirst({
    where: { ...pair, state: { in: ['REQUESTED', 'PROPOSED'] } },
    orderBy: { createdAt: 'desc' },
  });
  const recovery =
    asked ??
    (await tx.walletRecovery.create({
      data: { ...pair, accountId: wallet.accountId, state: 'PROPOSED' },
    }));
  // The contract keeps one proposal of a wallet, also when it was for the same new one and lapsed.
  await tx.walletRecovery.updateMany({
    where: { oldAddress, id: { not: recovery.id }, state: 'PROPOSED' },
    data: { state: 'REPLACED', endedAt: proposedAt },
  });
  // A second proposal of the same pair begins the days anew.
  const data = { proposer, proposedAt, proposedTransaction, opensAt, readyToldAt: null };
  await tell(tx, recovery, { ...data, state: 'PROPOSED' }, 'proposed', {
    block,
    transactionHash: proposedTransaction,
    proposer,
  });
}

/**
 * What an event ended: at most one, unless the index was written by hand. While the chain is read again, an
 * event may be older than the proposal, and ended an earlier one.
 */
function findProposed(
  tx: Transaction,
  { oldOwner: oldAddress, blockTime }: RecoveryEvent,
): Promise<WalletRecovery[]> {
  return tx.walletRecovery.findMany({
    where: { oldAddress, state: 'PROPOSED', proposedAt: { lte: blockTime } },
  });
}

async function tell(
  tx: Transaction,
  { id, accountId, oldAddress, newAddress }: WalletRecovery,
  data: Prisma.WalletRecoveryUpdateInput,
  news: 'proposed' | 'vetoed' | 'executed',
  details: Record<string, string | number>,
): Promise<void> {
  await tx.walletRecovery.update({ where: { id }, data });
  await enqueueJob(tx, 'mail-recovery-news', { recoveryId: id, news });
  await appendAuditEvent(tx, {
    action: `recovery.${news}`,
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    subjectId: accountId,
    details: { ...details, oldAddress, newAddress },
  });
}
