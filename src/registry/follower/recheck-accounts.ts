import { database } from '@/platform/database';
import { log } from '@/platform/logger';
import { readCursor, rewindCursor } from '../chain-cursor';
import { readProposal } from '../recovery/read-proposal';
import { readSuccessor } from '../recovery/read-successor';
import { undoRecoveries } from '../recovery/undo-recoveries';
import { isStillAt, readChainView, type ChainView } from './chain-view';
import { repairRoles } from './repair-roles';

/** A difference that reading again does not settle is logged, not read again and again. */
let hasReadAgain = false;

/**
 * Compares who holds a role, and every recovery of a wallet, with the contract's state, and repairs what
 * differs. Of an event about a recovery that was missed, that state does not name the block: the follower then
 * reads all blocks again from the deployment, which does no harm; once in the life of a process.
 * @returns whether anything differed
 * @throws AppError chain-unavailable, wrong-chain, database-unavailable
 */
export async function recheckAccounts(): Promise<boolean> {
  const view = await readChainView();
  if (view === null) return false;
  const repaired = (await repairRoles(view)) + (await undoRecoveries(view));
  if (await areRecoveriesSame(view)) return repaired > 0;
  if (!isStillAt(view, await readCursor())) return repaired > 0;
  log().error({ block: view.block, again: !hasReadAgain }, 'events about recoveries were missed');
  if (!hasReadAgain) await rewindCursor(0);
  hasReadAgain = true;
  return true;
}

/**
 * Whether every open recovery is what the contract holds. What was read above the view, before the follower was
 * set back, is not compared until it has come as far again.
 * @throws AppError chain-unavailable, wrong-chain
 */
export async function areRecoveriesSame({ hash, block }: ChainView): Promise<boolean> {
  const last = BigInt(block);
  const open = await database().walletRecovery.findMany({
    where: {
      OR: [
        { state: 'REQUESTED' },
        { state: 'PROPOSED', OR: [{ proposedBlock: null }, { proposedBlock: { lte: last } }] },
      ],
    },
  });
  const proposed = await database().walletRecovery.findMany({
    where: { OR: [{ state: 'PROPOSED' }, { endedBlock: { gt: last } }] },
  });
  for (const { oldAddress, newAddress, state, opensAt } of open) {
    if ((await readSuccessor(oldAddress, hash)) !== oldAddress) return false;
    const proposal = await readProposal(oldAddress, hash);
    const isHeld = proposal?.newOwner === newAddress;
    const isSameTime = (at: Date | null) => at?.getTime() === proposal?.opensAt.getTime();
    if (state === 'PROPOSED' && !(isHeld && isSameTime(opensAt))) return false;
    // After a proposal lapsed, the patient may ask for the same again: the contract still holds the old one.
    const isExplained = proposed.some(
      (other) =>
        other.oldAddress === oldAddress &&
        other.newAddress === newAddress &&
        isSameTime(other.opensAt),
    );
    if (state === 'REQUESTED' && isHeld && !isExplained) return false;
  }
  return true;
}
