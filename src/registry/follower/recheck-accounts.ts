import { database } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { readCursor, rewindCursor } from '@/registry/chain/chain-cursor';
import { readProposal } from '../recovery/read-proposal';
import { readSuccessor } from '../recovery/read-successor';
import { undoRecoveries } from '../recovery/undo-recoveries';
import { isStillAt, readChainView, type ChainView } from '@/registry/chain/chain-view';
import { repairRoles } from './repair-roles';

/** The last block of the view for which what is not final was read again; null while nothing differs. */
let readAgainAt: number | null = null;
/** A difference that reading everything again does not settle is logged, not read again and again. */
let hasReadAll = false;

/**
 * Compares who holds a role, and every recovery of a wallet, with the contract's state, and repairs what
 * differs. Of an event about a recovery that was missed, that state does not name the block: the follower then
 * reads again what is not final and, when that does not help, all blocks from the deployment, once in the life
 * of a process. Reading again does no harm.
 * @returns whether anything differed
 * @throws AppError chain-unavailable, wrong-chain, database-unavailable
 */
export async function recheckAccounts(): Promise<boolean> {
  const view = await readChainView();
  if (view === null) return false;
  const repaired = await repairRoles(view);
  // The new branch may have been applied before the old one was undone: its events come once more.
  if ((await undoRecoveries(view)) > 0) {
    await readUnfinalAgain(view);
    return true;
  }
  if (await areRecoveriesSame(view)) {
    // While the follower is still reading again, this proves nothing.
    if (readAgainAt !== null && view.block >= readAgainAt) readAgainAt = null;
    return repaired > 0;
  }
  if (!isStillAt(view, await readCursor())) return repaired > 0;
  const isFirst = readAgainAt === null;
  log().error({ block: view.block, isFirst, hasReadAll }, 'events about recoveries were missed');
  if (isFirst) await readUnfinalAgain(view);
  else if (!hasReadAll) {
    hasReadAll = true;
    await rewindCursor(0);
  }
  return true;
}

async function readUnfinalAgain({ block, finalBlock }: ChainView): Promise<void> {
  readAgainAt = block;
  await rewindCursor((finalBlock ?? -1) + 1);
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
