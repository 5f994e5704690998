import { hashPassword } from '@/accounts/passwords/hash-password';
import type { Actor } from '@/accounts/sessions/actor';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { newBackupCode } from './backup-code';
import { storeBackupCodes } from './store-backup-codes';

/** How many codes a person gets at a time. */
export const BACKUP_CODES = 10;

/**
 * Makes ten single-use codes in the place of those before. They are shown once: only their hashes are kept.
 * @throws AppError proof-needed; wrong-state for an account without a second factor
 */
export async function createBackupCodes(actor: Actor): Promise<string[]> {
  await requireFreshProof(actor);
  const { accountId } = actor;
  const codes = Array.from({ length: BACKUP_CODES }, newBackupCode);
  const hashes: string[] = [];
  // One after the other: each hash takes 19 MiB.
  for (const code of codes) hashes.push(await hashPassword(code));
  await inTransaction(async (tx) => {
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } });
    if (account.secondFactorSince === null) throw new AppError('wrong-state');
    await storeBackupCodes(tx, accountId, hashes);
    await queueSecurityNotice(tx, actor, { kind: 'factor-changed', change: 'codes-made' });
    appendAuditEvent(tx, {
      action: 'account.backup-codes-made',
      actorKind: 'ACCOUNT',
      actorId: accountId,
    });
  });
  return codes;
}
