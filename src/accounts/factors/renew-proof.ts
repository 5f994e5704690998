import { readKnownDevice } from '@/accounts/devices/known-device';
import type { Actor } from '@/accounts/sessions/actor';
import { findGenuineAccount } from '@/accounts/passwords/account-mac';
import { changeSession } from '@/accounts/sessions/change-session';
import { confirmPassword } from '@/accounts/sessions/log-in/confirm-password';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import type { Proof } from './factor-proof';
import { proveFactor } from './prove-factor';

/**
 * Notes that the person behind a session has proved once more who they are: by a second factor where the account
 * has one, else by the password.
 * @param known the browser's cookie of this account, see devices/known-device.ts; null for a stranger
 * @param network the caller's, see app/api/caller.ts
 * @throws AppError wrong-credentials and factor-wrong, beside their field; passkey-refused, too-many-requests;
 * wrong-state for a password where the account has a second factor
 */
export async function renewProof(
  actor: Actor,
  proof: Proof,
  known: string | null,
  network = 'unknown',
): Promise<void> {
  const account = await findGenuineAccount(database(), actor.accountId);
  if (account === null) throw new AppError('not-signed-in');
  if (proof.by !== 'password') {
    const deviceId = readKnownDevice(account, known);
    await proveFactor(actor, proof, { deviceId, network }, (tx) => noteProof(tx, actor));
    return;
  }
  if (account.secondFactorSince !== null) {
    throw new AppError('wrong-state', { detail: (t) => t('accounts.factors.passwordNotEnough') });
  }
  await confirmPassword(actor, proof.password);
  await inTransaction((tx) => noteProof(tx, actor));
}

async function noteProof(tx: Transaction, { accountId, sessionId }: Actor): Promise<void> {
  await changeSession(tx, sessionId, { provedAt: await databaseNow(tx) });
  appendAuditEvent(tx, { action: 'account.proved', actorKind: 'ACCOUNT', actorId: accountId });
}
