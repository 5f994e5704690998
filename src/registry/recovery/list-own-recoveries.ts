import type { Actor } from '@/accounts/actor';
import type { RecoveryState } from '@/generated/prisma/client';
import { database } from '@/platform/database';
import { pageNow } from './chain-now';
import { lapseOf } from './recovery-limits';

/** A recovery of one of a patient's wallets. Times in ISO 8601. */
export interface OwnRecovery {
  id: string;
  oldAddress: string;
  newAddress: string;
  state: RecoveryState;
  /** Null when nobody asked for it here. */
  requestedAt: string | null;
  proposedAt: string | null;
  opensAt: string | null;
  lapsesAt: string | null;
  /** By the chain's clock: it can be finished now, or no longer. */
  phase: 'waiting' | 'ready' | 'lapsed' | null;
  /** What the patient can send now. Who did not ask for a recovery is never told to finish it. */
  steps: ('execute' | 'veto')[];
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
  const isRunning = recoveries.some(({ state }) => state === 'PROPOSED');
  const now = isRunning ? await pageNow() : new Date();
  return recoveries.map((recovery) => {
    const phase = recovery.state === 'PROPOSED' ? phaseOf(recovery.opensAt, now) : null;
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
      declineReason: recovery.declineReason,
      vetoedByOldWallet: recovery.vetoer === recovery.oldAddress,
      endedAt: recovery.endedAt?.toISOString() ?? null,
    };
  });
}

function stepsOf(phase: OwnRecovery['phase'], wasAsked: boolean): OwnRecovery['steps'] {
  if (phase === 'ready' && wasAsked) return ['execute', 'veto'];
  return phase === 'ready' || phase === 'waiting' ? ['veto'] : [];
}

/** Where a proposed recovery stands at a moment. */
export function phaseOf(opensAt: Date | null, now: Date): 'waiting' | 'ready' | 'lapsed' {
  if (opensAt === null || now < opensAt) return 'waiting';
  return now < lapseOf(opensAt) ? 'ready' : 'lapsed';
}
