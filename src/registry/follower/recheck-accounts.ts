import { database } from '@/platform/database';
import { log } from '@/platform/logger';
import { z } from 'zod';
import { readCursor, rewindCursor } from '../chain-cursor';
import { ROLE_HASHES } from '../chain-roles';
import { readProposal } from '../recovery/read-proposal';
import { readSuccessor } from '../recovery/read-successor';
import { askRegistry } from '../report-registry';
import { readChainView } from './chain-view';

/** A difference that reading again does not settle is logged, not read again and again. */
let hasReadAgain = false;

/**
 * Compares who holds a role, and every open recovery of a wallet, with the contract's state. That state does
 * not name the block of its last change, so when an event was missed the follower reads all blocks again from
 * the deployment, which does no harm; once in the life of a process.
 * @returns whether an event was missed
 * @throws AppError chain-unavailable, wrong-chain, database-unavailable
 */
export async function recheckAccounts(): Promise<boolean> {
  const view = await readChainView();
  if (view === null) return false;
  const isSame = (await areRolesSame(view.block)) && (await areRecoveriesSame(view.block));
  // What the follower applied meanwhile is newer than the state that was asked for.
  if (isSame || (await readCursor()).nextBlock !== view.block + 1) return false;
  log().error({ block: view.block, again: !hasReadAgain }, 'events about accounts were missed');
  if (!hasReadAgain) await rewindCursor(0);
  hasReadAgain = true;
  return true;
}

async function areRolesSame(block: number): Promise<boolean> {
  for (const { role, account, revokedAt } of await database().chainRoleHolder.findMany()) {
    const [holds] = await askRegistry('hasRole', [ROLE_HASHES[role], account], block);
    if (z.boolean().parse(holds) !== (revokedAt === null)) return false;
  }
  return true;
}

async function areRecoveriesSame(block: number): Promise<boolean> {
  const open = await database().walletRecovery.findMany({
    where: { state: { in: ['REQUESTED', 'PROPOSED'] } },
  });
  for (const { oldAddress, newAddress, state } of open) {
    if ((await readSuccessor(oldAddress, block)) !== oldAddress) return false;
    const proposal = await readProposal(oldAddress, block);
    if ((proposal?.newOwner === newAddress) !== (state === 'PROPOSED')) return false;
  }
  return true;
}
