import type { Actor } from '@/accounts/sessions/actor';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { isUsableRecipient } from '@/vault/recovery-kit/seal-for-kit';
import { findOwnWallet } from '@/accounts/wallets/find-own-wallet';
import { queueKitUpdate } from './queue-kit-update';
import { recipientMac } from './recipient-mac';
import { WAY_ROW, type RecipientInput } from './recipient-input';

/**
 * Adds a key to a patient's recovery kit, in the place of the one of the same way before, which opens nothing any more
 * once a job has encrypted the data keys of all reports anew. The same key again, as when the answer was lost, changes
 * nothing.
 * @throws AppError proof-needed; invalid-input for what is no public key; conflict when the page showed another state
 *   of the kit, or another wallet
 */
export async function addRecoveryRecipient(actor: Actor, input: RecipientInput): Promise<void> {
  await requireFreshProof(actor);
  if (!(await isUsableRecipient(input.recipient))) throw new AppError('invalid-input');
  const { accountId } = actor;
  const way = WAY_ROW[input.way];
  await inTransaction(async (tx) => {
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    const newest = await tx.recoveryRecipient.findFirst({
      where: { accountId, way },
      orderBy: { generation: 'desc' },
    });
    if (newest?.recipient === input.recipient && newest.revokedAt === null) return;
    if (input.generation !== (newest?.generation ?? 0) + 1) throw new AppError('conflict');
    if (!(await isOwnWallet(tx, accountId, input))) throw new AppError('conflict');
    const { count: replaced } = await tx.recoveryRecipient.updateMany({
      where: { accountId, way, revokedAt: null },
      data: { revokedAt: await databaseNow(tx), mac: null },
    });
    const { recipient, generation, walletAddress } = input;
    const key = { accountId, way, recipient, generation, walletAddress };
    await tx.recoveryRecipient.create({ data: { ...key, mac: await recipientMac(tx, key) } });
    await queueKitUpdate(tx, accountId);
    const change = replaced === 0 ? 'added' : 'replaced';
    await queueSecurityNotice(tx, actor, { kind: 'kit-changed', way: input.way, change });
    appendAuditEvent(tx, {
      action: `recovery-kit.key-${change}`,
      actorKind: 'ACCOUNT',
      actorId: accountId,
      details: { way: input.way, generation },
    });
  });
}

/** A key of paper has no wallet; another is of the wallet that is bound now. */
async function isOwnWallet(
  tx: Transaction,
  accountId: string,
  { way, walletAddress }: RecipientInput,
): Promise<boolean> {
  if (way === 'paper') return walletAddress === null;
  if (walletAddress === null) return false;
  const wallet = await findOwnWallet(tx, accountId, walletAddress);
  return wallet !== null && wallet.releasedAt === null;
}
