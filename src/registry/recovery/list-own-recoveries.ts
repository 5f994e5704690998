import type { Actor } from '@/accounts/sessions/actor';
import type { RecoveryState, WalletRecovery } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { readPersonTexts } from '@/vault/person-texts';
import { lapseOf } from './recovery-limits';
import { blocksRequest, isAlive, pageStanding, type RecoveryPhase } from './recovery-phase';

/** A recovery of one of a patient's wallets. Times in ISO 8601. */
export interface OwnRecovery {
  id: string;
  oldAddress: string;
  newAddress: string;
  state: RecoveryState;
  /** Null when the patient did not ask for it here. */
  requestedAt: string | null;
  proposedAt: string | null;
  opensAt: string | null;
  lapsesAt: string | null;
  /** By the chain: it can be finished now, or no longer. */
  phase: RecoveryPhase | null;
  /** What the patient can send now. Finishing is never offered to one who did not ask for the recovery. */
  steps: ('execute' | 'veto')[];
  /** A newer request about the same wallet waits for an administrator. */
  isAskedAnew: boolean;
  /** Its old wallet cannot be reported lost now. */
  blocksRequest: boolean;
  declineReason: string | null;
  /** It was stopped by the old wallet itself, not by an administrator. */
  vetoedByOldWallet: boolean;
  endedAt: string | null;
}

/** The recoveries of a patient's wallets, newest first, also those that they did not ask for. */
export async function listOwnRecoveries({ accountId }: Actor): Promise<OwnRecovery[]> {
  const recoveries = await database().walletRecovery.findMany({
    where: { accountId },
    orderBy: { createdAt: 'desc' },
    take: 20,
  });
  const asked = recoveries.filter(({ state }) => state === 'REQUESTED');
  const textOf = await readPersonTexts(database(), [accountId]);
  return Promise.all(
    recoveries.map((recovery) => {
      const isAskedAnew = asked.some(
        ({ id, oldAddress }) => id !== recovery.id && oldAddress === recovery.oldAddress,
      );
      const { id, sealedDeclineReason } = recovery;
      const place = `wallet-recovery/${id}/reason` as const;
      const declineReason = textOf(accountId, place, sealedDeclineReason);
      return ownRecovery(recovery, { isAskedAnew, declineReason });
    }),
  );
}

async function ownRecovery(
  recovery: WalletRecovery,
  { isAskedAnew, declineReason }: Pick<OwnRecovery, 'isAskedAnew' | 'declineReason'>,
): Promise<OwnRecovery> {
  const { phase } = await pageStanding(recovery);
  return {
    id: recovery.id,
    oldAddress: recovery.oldAddress,
    newAddress: recovery.newAddress,
    state: recovery.state,
    requestedAt: recovery.requestedAt?.toISOString() ?? null,
    proposedAt: recovery.proposedAt?.toISOString() ?? null,
    opensAt: recovery.opensAt?.toISOString() ?? null,
    lapsesAt: recovery.opensAt === null ? null : lapseOf(recovery.opensAt).toISOString(),
    phase,
    steps: stepsOf(phase, recovery.requestedAt !== null),
    isAskedAnew,
    blocksRequest: await blocksRequest(recovery, phase),
    declineReason,
    vetoedByOldWallet: recovery.vetoer === recovery.oldAddress,
    endedAt: recovery.endedAt?.toISOString() ?? null,
  };
}

function stepsOf(phase: RecoveryPhase | null, wasAsked: boolean): OwnRecovery['steps'] {
  if (phase === 'ready' && wasAsked) return ['execute', 'veto'];
  // One that is void revives if who proposed it gets their right back.
  return isAlive(phase) || phase === 'void' ? ['veto'] : [];
}
