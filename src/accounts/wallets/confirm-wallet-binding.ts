import { verifyMessage } from 'ethers';
import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import {
  database,
  inTransaction,
  isUniqueViolation,
  type Transaction,
} from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { isGenuineChallenge } from './wallet-challenge-mac';
import { walletMac } from './wallet-mac';

/** The answer to a challenge. */
export const walletAnswer = z.object({
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  /** 65 bytes, hex. */
  signature: z.string().regex(/^0x[0-9a-fA-F]{130}$/),
});

/**
 * Binds the wallet that signed the challenge to the account, in the place of its former wallet. Reports
 * anchored with the former wallet stay with it: on the chain a report belongs to a wallet.
 * @returns the bound address, EIP-55
 * @throws AppError proof-needed, challenge-expired (also used or someone else's), wallet-signature-wrong, wallet-taken
 */
export async function confirmWalletBinding(
  actor: Actor,
  answer: z.infer<typeof walletAnswer>,
): Promise<{ address: string }> {
  await requireFreshProof(actor);
  const { address, message } = await consumeChallenge(actor, answer.nonce);
  if (signer(message, answer.signature) !== address) throw new AppError('wallet-signature-wrong');
  try {
    await inTransaction((tx) => bind(tx, actor, address));
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('wallet-taken', { cause: error });
    throw error;
  }
  return { address };
}

/** One atomic update, committed before the signature is looked at: a challenge gives one try. */
async function consumeChallenge(actor: Actor, nonce: string) {
  const now = await databaseNow();
  const { count } = await database().walletChallenge.updateMany({
    where: { nonce, accountId: actor.accountId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count !== 1) throw new AppError('challenge-expired');
  const challenge = await database().walletChallenge.findUniqueOrThrow({ where: { nonce } });
  if (!(await isGenuineChallenge(database(), challenge))) throw new AppError('challenge-expired');
  return challenge;
}

function signer(message: string, signature: string): string | null {
  try {
    return verifyMessage(message, signature);
  } catch {
    return null;
  }
}

async function bind(tx: Transaction, actor: Actor, address: string): Promise<void> {
  const { accountId } = actor;
  // One binding of an account at a time.
  await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
  const known = await tx.wallet.findUnique({ where: { address } });
  // A released wallet still owns its reports, so another account may not take it over.
  if (known !== null && known.accountId !== accountId) throw new AppError('wallet-taken');
  const isNew = known === null || known.releasedAt !== null;
  const now = await databaseNow(tx);
  await tx.wallet.updateMany({
    where: { accountId, releasedAt: null, address: { not: address } },
    data: { releasedAt: now },
  });
  if (known === null) {
    const mac = await walletMac(tx, { accountId, address });
    await tx.wallet.create({ data: { accountId, address, mac } });
  } else if (known.releasedAt !== null) {
    const mac = await walletMac(tx, { accountId, address });
    await tx.wallet.update({ where: { address }, data: { releasedAt: null, boundAt: now, mac } });
  }
  if (isNew) await queueSecurityNotice(tx, actor, { kind: 'wallet-bound', address });
  appendAuditEvent(tx, {
    action: 'account.wallet-bound',
    actorKind: 'ACCOUNT',
    actorId: accountId,
    details: { address },
  });
}
