import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { typedCode } from '@/accounts/passwords/typed-code';
import { walletAddress } from '@/accounts/wallets/begin-wallet-binding';
import { findOwnWallet } from '@/accounts/wallets/find-own-wallet';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { queueOwnRecoveryNews } from '@/registry/recovery/news/queue-own-recovery-news';
import { readSuccessor } from './read-successor';
import { recoveryMac } from './recovery-mac';
import { blocksRequest, readStanding } from './recovery-phase';
import { redeemRecoveryCode } from './redeem-recovery-code';

/** What a patient who lost a wallet fills in; the new wallet is the one that is bound to the account. */
export const recoveryRequest = z.object({
  oldAddress: walletAddress,
  code: typedCode,
});

/**
 * Asks that the wallet that is bound to the account now takes over from a former one that was lost. Nothing
 * happens on the chain: an administrator looks at it first.
 * @returns the request's id
 * @throws AppError not-found for a wallet that is not theirs; wallet-missing while the lost one is still the
 * bound one; conflict when it is under way or done; proof-needed; code-wrong, code-expired,
 * too-many-requests; chain-unavailable
 */
export async function requestRecovery(
  actor: Actor,
  input: z.infer<typeof recoveryRequest>,
): Promise<{ recoveryId: string }> {
  const { accountId } = actor;
  const { oldAddress, code } = input;
  await requireFreshProof(actor);
  const newAddress = await findNewWallet(accountId, oldAddress);
  await requireInUse(oldAddress, newAddress);
  const makingRoom = await findMakingRoom(oldAddress);
  await redeemRecoveryCode(actor, code);
  return inTransaction(async (tx) => {
    // One request of an account at a time.
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    const open = await tx.walletRecovery.count({
      where: { oldAddress, state: { in: ['REQUESTED', 'PROPOSED'] }, id: { notIn: makingRoom } },
    });
    if (open > 0) {
      throw new AppError('conflict', {
        detail: (t) => t('registry.requestRecovery.underWay'),
      });
    }
    const recoveryId = uuidv7();
    const asked = { id: recoveryId, accountId, oldAddress, newAddress };
    await tx.walletRecovery.create({
      data: {
        ...asked,
        mac: await recoveryMac(tx, asked),
        state: 'REQUESTED',
        requestedAt: await databaseNow(tx),
      },
    });
    await queueOwnRecoveryNews(tx, actor, recoveryId, 'requested');
    const once = `recovery:${recoveryId}`;
    await notifyAdministrators(tx, { kind: 'recovery-waiting', refId: recoveryId, once });
    appendAuditEvent(tx, {
      action: 'recovery.requested',
      actorKind: 'ACCOUNT',
      actorId: accountId,
      details: { oldAddress, newAddress },
    });
    return { recoveryId };
  });
}

async function findNewWallet(accountId: string, oldAddress: string): Promise<string> {
  const lost = await findOwnWallet(database(), accountId, oldAddress);
  if (lost === null) throw new AppError('not-found');
  const bound = await currentWallet(accountId);
  if (bound === null || bound === oldAddress) {
    throw new AppError('wallet-missing', {
      detail: (t) => t('registry.requestRecovery.connectFirst'),
    });
  }
  return bound;
}

/** What was proposed about a wallet, but leaves room for a new request. */
async function findMakingRoom(oldAddress: string): Promise<string[]> {
  const proposed = await database().walletRecovery.findMany({
    where: { oldAddress, state: 'PROPOSED' },
  });
  const standings = await Promise.all(
    proposed.map(async (recovery) => {
      const { phase } = await readStanding(recovery);
      return { id: recovery.id, blocks: await blocksRequest(recovery, phase) };
    }),
  );
  return standings.filter(({ blocks }) => !blocks).map(({ id }) => id);
}

/** The contract would refuse a wallet that was itself lost and recovered. */
async function requireInUse(oldAddress: string, newAddress: string): Promise<void> {
  const [old, next] = await Promise.all([readSuccessor(oldAddress), readSuccessor(newAddress)]);
  if (old !== oldAddress) {
    throw new AppError('conflict', {
      detail: (t) => t('registry.requestRecovery.takenOver'),
    });
  }
  if (next !== newAddress) {
    throw new AppError('conflict', {
      detail: (t) => t('registry.requestRecovery.newWalletLost'),
    });
  }
}
