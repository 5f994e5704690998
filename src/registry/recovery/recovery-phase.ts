import { currentWallet } from '@/accounts/wallets/current-wallet';
import type { WalletRecovery } from '@/generated/prisma/client';
import { databaseNow } from '@/platform/database/database-now';
import { isChainAway } from '@/platform/errors';
import { chainNow } from './chain-now';
import { readIsRecoverer } from './read-is-recoverer';
import { readProposal } from './read-proposal';
import { readSuccessor } from './read-successor';
import { lapseOf } from './recovery-limits';

/**
 * The phase of a proposed recovery: the days run in which it can be stopped; it can be finished; it was not
 * finished in time; the new wallet was itself lost and replaced, so it can never finish it; who proposed
 * it was dismissed, so it cannot be finished unless they get their right back.
 */
export type RecoveryPhase = 'waiting' | 'ready' | 'lapsed' | 'retired' | 'void';

/** A proposed recovery by the contract, or by our index while the contract cannot be asked. */
export interface RecoveryStanding {
  /** Null unless the recovery is proposed. */
  phase: RecoveryPhase | null;
  /** The contract holds the proposal, so that it can be stopped. */
  isHeld: boolean;
}

type Proposed = Pick<
  WalletRecovery,
  'state' | 'oldAddress' | 'newAddress' | 'opensAt' | 'proposer'
>;

/**
 * Asks the contract where a recovery stands.
 * @throws AppError chain-unavailable
 */
export async function readStanding(recovery: Proposed): Promise<RecoveryStanding> {
  const { state, oldAddress, newAddress } = recovery;
  if (state !== 'PROPOSED') return { phase: null, isHeld: false };
  const [now, proposal, successor] = await Promise.all([
    chainNow(),
    readProposal(oldAddress),
    readSuccessor(newAddress),
  ]);
  const isHeld = proposal?.newOwner === newAddress;
  // What was proposed again, stopped or finished a moment ago is shown once it is confirmed.
  const phase = phaseByTime(recovery, now);
  if (phase === 'lapsed') return { phase, isHeld };
  if (successor !== newAddress) return { phase: 'retired', isHeld };
  const proposer = isHeld ? proposal.proposer : recovery.proposer;
  const isVoid = proposer !== null && !(await readIsRecoverer(proposer));
  return { phase: isVoid ? 'void' : phase, isHeld };
}

/** The same for a page: by our index and clock while the chain cannot be asked. */
export async function pageStanding(recovery: Proposed): Promise<RecoveryStanding> {
  try {
    return await readStanding(recovery);
  } catch (error) {
    if (!isChainAway(error)) throw error;
    return { phase: phaseByTime(recovery, await databaseNow()), isHeld: true };
  }
}

/** Whether a proposed recovery can still come to its end, now or later, as things are. */
export function isAlive(phase: RecoveryPhase | null): boolean {
  return phase === 'waiting' || phase === 'ready';
}

/**
 * Whether a recovery leaves no room for a new request about the same wallet. One that can no longer come to
 * its end leaves room, and so does one for a wallet that is not the patient's bound one, be it a former
 * wallet or a thief's: what is proposed next takes its place in the contract.
 */
export async function blocksRequest(
  recovery: Pick<WalletRecovery, 'accountId' | 'state' | 'newAddress'>,
  phase: RecoveryPhase | null,
): Promise<boolean> {
  if (recovery.state !== 'PROPOSED') {
    return recovery.state === 'REQUESTED' || recovery.state === 'EXECUTED';
  }
  return isAlive(phase) && recovery.newAddress === (await currentWallet(recovery.accountId));
}

function phaseByTime({ opensAt }: Proposed, now: Date): 'waiting' | 'ready' | 'lapsed' {
  if (opensAt === null || now < opensAt) return 'waiting';
  return now < lapseOf(opensAt) ? 'ready' : 'lapsed';
}
