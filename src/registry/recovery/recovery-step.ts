import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { walletAddress } from '@/accounts/wallets/begin-wallet-binding';
import type { WalletRecovery } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import type { Sentence } from '@/messages/translator';
import { AppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import type { PlannedCall } from '@/registry/calls/chain-call';
import {
  encodeExecuteRecovery,
  encodeProposeRecovery,
  encodeVetoRecovery,
} from '@/registry/calls/encode-calls';
import { chainNow } from './chain-now';
import { readIsRecoverer } from './read-is-recoverer';
import { readProposal } from './read-proposal';
import { isGenuineRecovery } from './recovery-mac';
import { lapseOf } from './recovery-limits';

/** What a patient can send: stop with the old wallet, finish with the new one. */
export const patientStep = z.object({ step: z.enum(['veto', 'execute']) });

/** What an administrator can send, with one of their own wallets. */
export const adminStep = z.object({
  step: z.enum(['propose', 'veto']),
  /** The wallet that is to send it; the contract decides whether it may. */
  account: walletAddress,
});

/**
 * The call with which a patient stops or finishes the recovery of their wallet. Sends nothing.
 * @throws AppError not-found for all others; wrong-state when none is proposed
 */
export async function planPatientStep(
  { accountId }: Actor,
  recoveryId: string,
  { step }: z.infer<typeof patientStep>,
): Promise<PlannedCall> {
  const recovery = await database().walletRecovery.findFirst({
    where: { id: recoveryId, accountId },
  });
  if (recovery === null) throw new AppError('not-found');
  await requireProposed(recovery);
  const { oldAddress, newAddress } = recovery;
  return step === 'veto'
    ? { sender: oldAddress, call: encodeVetoRecovery(oldAddress) }
    : { sender: newAddress, call: encodeExecuteRecovery(oldAddress) };
}

/**
 * The call with which an administrator's wallet proposes or stops a recovery. Sends nothing, and the server
 * holds no key that could.
 * @throws AppError forbidden, not-found; wrong-state; conflict when it is on the chain already; account-frozen for a
 * proposal while the patient's account is frozen; chain-unavailable
 */
export async function planAdminStep(
  actor: Actor,
  recoveryId: string,
  { step, account }: z.infer<typeof adminStep>,
): Promise<PlannedCall> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const recovery = await database().walletRecovery.findUnique({
    where: { id: recoveryId },
    include: { account: { select: { frozenAt: true } } },
  });
  if (recovery === null) throw new AppError('not-found');
  if (step === 'veto') {
    await requireProposed(recovery);
    return { sender: account, call: encodeVetoRecovery(recovery.oldAddress) };
  }
  // Perhaps asked for by the stranger whom the owner has reported.
  if (recovery.account.frozenAt !== null) {
    throw new AppError('account-frozen', { detail: (t) => t('registry.recoveryStep.frozen') });
  }
  await requireProposable(recovery);
  if (!(await isGenuineRecovery(database(), recovery))) {
    log().error({ recovery: recoveryId }, 'a recovery in the database was altered');
    throw new AppError('wrong-state', { detail: MOVED_ON });
  }
  const { oldAddress, newAddress } = recovery;
  return { sender: account, call: encodeProposeRecovery(oldAddress, newAddress) };
}

/** The contract stops or finishes what it holds for a wallet: that must be what the person looks at. */
async function requireProposed({ state, oldAddress, newAddress }: WalletRecovery): Promise<void> {
  const held = state === 'PROPOSED' ? await readProposal(oldAddress) : null;
  if (state !== 'PROPOSED' || (held !== null && held.newOwner !== newAddress)) {
    throw new AppError('wrong-state', { detail: MOVED_ON });
  }
}

/**
 * Asked for; or proposed, but it lapsed, or who proposed it was dismissed. The chain may be ahead of
 * our index.
 */
async function requireProposable(recovery: WalletRecovery): Promise<void> {
  const { state, oldAddress, newAddress } = recovery;
  if (state !== 'REQUESTED' && state !== 'PROPOSED') {
    throw new AppError('wrong-state', { detail: MOVED_ON });
  }
  if (state === 'PROPOSED') await requireLastWish(recovery);
  const [proposal, now] = await Promise.all([readProposal(oldAddress), chainNow()]);
  if (proposal?.newOwner !== newAddress || lapseOf(proposal.opensAt) <= now) return;
  if (await readIsRecoverer(proposal.proposer)) {
    throw new AppError('conflict', {
      detail: (t) => t('registry.recoveryStep.proposedAlready'),
    });
  }
}

/** Of what is on the chain already, only what the patient asked for last may be proposed again. */
async function requireLastWish({ requestedAt, oldAddress }: WalletRecovery): Promise<void> {
  const asked = await database().walletRecovery.count({
    where: { oldAddress, state: 'REQUESTED' },
  });
  if (requestedAt === null || asked > 0) {
    throw new AppError('conflict', {
      detail: (t) =>
        asked > 0
          ? t('registry.recoveryStep.patientAskedAgain')
          : t('registry.recoveryStep.patientDidNotAsk'),
    });
  }
}

const MOVED_ON: Sentence = (t) => t('registry.recoveryStep.movedOn');
