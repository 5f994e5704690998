import { appendAuditEvent } from '@/audit/append-audit-event';
import type { Prisma, RecoveryState, WalletRecovery } from '@/generated/prisma/client';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { lockCursor } from '@/registry/chain/chain-cursor';
import { isStillAt, type ChainView } from '@/registry/chain/chain-view';
import { findGoneBlocks } from '@/registry/chain/find-gone-blocks';
import { notifyRecoveryNews } from '@/registry/recovery/news/notify-recovery-news';
import { readProposal } from './read-proposal';
import { NO_END, NO_PROPOSAL } from './recovery-columns';

/** What is not final of a recovery, and what a reorganisation took of it. */
interface Loss {
  row: WalletRecovery;
  isProposalGone: boolean;
  isEndGone: boolean;
}

/**
 * Takes back proposals, vetoes, executions and replacements of recoveries whose block a reorganisation took off
 * the chain, and mails whose wallet it is. The follower may have applied the new branch to the old rows already:
 * after an undo it must read what is not final again. What became final is not looked at again. May run in several
 * workers at once.
 * @returns how many recoveries were set back
 * @throws AppError chain-unavailable, wrong-chain, database-unavailable
 */
export async function undoRecoveries(view: ChainView): Promise<number> {
  const rows = await database().walletRecovery.findMany({
    where: { OR: [{ proposedBlockHash: { not: null } }, { endedBlockHash: { not: null } }] },
  });
  if (rows.length === 0) return 0;
  const gone = await findGoneBlocks(view, rows.flatMap(seenBlocks));
  const losses = rows.map((row): Loss => ({
    row,
    isProposalGone: row.proposedBlockHash !== null && gone.has(row.proposedBlockHash),
    isEndGone: row.endedBlockHash !== null && gone.has(row.endedBlockHash),
  }));
  let undone = 0;
  for (const loss of losses) {
    if (!loss.isProposalGone && !loss.isEndGone) await noteFinal(view, loss.row);
    else if (await undo(view, loss)) undone += 1;
  }
  return undone;
}

function seenBlocks(row: WalletRecovery) {
  return [
    { number: row.proposedBlock, hash: row.proposedBlockHash },
    { number: row.endedBlock, hash: row.endedBlockHash },
  ].flatMap(({ number, hash }) =>
    number === null || hash === null ? [] : [{ number: Number(number), hash }],
  );
}

async function noteFinal(
  { finalBlock }: ChainView,
  { id, proposedBlock, proposedBlockHash, endedBlock, endedBlockHash }: WalletRecovery,
): Promise<void> {
  if (finalBlock === null) return;
  const isFinal = (block: bigint | null) => block !== null && block <= BigInt(finalBlock);
  await database().walletRecovery.updateMany({
    where: { id, proposedBlockHash, endedBlockHash },
    data: {
      ...(isFinal(proposedBlock) ? { proposedBlockHash: null } : {}),
      ...(isFinal(endedBlock) ? { endedBlockHash: null } : {}),
    },
  });
}

async function undo(view: ChainView, { row, ...loss }: Loss): Promise<boolean> {
  const { id, oldAddress, newAddress } = row;
  const state = stateWithout({ row, ...loss });
  const data: Prisma.WalletRecoveryUpdateInput = {
    state,
    ...(loss.isProposalGone ? NO_PROPOSAL : {}),
    ...(loss.isEndGone ? NO_END : {}),
  };
  const isTrue = await isOnContract(view, row, state);
  const isDone = await inTransaction(async (tx) => {
    if (!isStillAt(view, await lockCursor(tx))) return false;
    const { proposedBlockHash, endedBlockHash } = row;
    const { count } = await tx.walletRecovery.updateMany({
      where: { id, state: row.state, proposedBlockHash, endedBlockHash },
      data,
    });
    if (count !== 1) return false;
    if (row.state === 'EXECUTED') await recheckOwners(tx, row);
    if (state !== row.state) await note(tx, row, state, isTrue);
    return true;
  });
  if (isDone) {
    log().error({ oldAddress, newAddress, from: row.state, to: state }, 'a recovery was undone');
  }
  return isDone;
}

/** What a recovery is without what is gone. Whatever ended it for good is still true of it. */
function stateWithout({ row, isProposalGone, isEndGone }: Loss): RecoveryState {
  if (row.endedAt !== null && !isEndGone) return row.state;
  if (row.proposedTransaction !== null && !isProposalGone) return 'PROPOSED';
  return row.requestedAt === null ? 'UNDONE' : 'REQUESTED';
}

/**
 * Whether the contract agrees with the state that a recovery is set back to. If not, the new branch has
 * proposed or ended it in another transaction, which the follower applies when it reads that branch again.
 */
async function isOnContract(
  { hash }: ChainView,
  { oldAddress, newAddress, opensAt }: WalletRecovery,
  state: RecoveryState,
): Promise<boolean> {
  const proposal = await readProposal(oldAddress, hash);
  const isHeld = proposal?.newOwner === newAddress;
  if (state !== 'PROPOSED') return !isHeld;
  return isHeld && proposal.opensAt.getTime() === opensAt?.getTime();
}

/** By the contract, the old wallet governs these reports again. */
async function recheckOwners(tx: Transaction, { newAddress }: WalletRecovery): Promise<void> {
  await tx.chainReport.updateMany({
    where: { owner: newAddress },
    data: { isFinal: false, checkedAt: null },
  });
}

async function note(
  tx: Transaction,
  { id, accountId, oldAddress, newAddress, state: from }: WalletRecovery,
  to: RecoveryState,
  isTrue: boolean,
): Promise<void> {
  if (isTrue) await notifyRecoveryNews(tx, { id, accountId }, 'undone');
  appendAuditEvent(tx, {
    action: 'recovery.undone',
    actorKind: 'SYSTEM',
    actorId: 'chain-follower',
    subjectId: accountId,
    details: { from, to, oldAddress, newAddress },
  });
}
