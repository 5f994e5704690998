import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { lockAccount } from '@/accounts/sessions/log-in/lock-account';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { findBackupCode, spendBackupCode } from './backup-codes/find-backup-code';
import { codeRefusal, type CodeFault } from './code-refusal';
import { claimFactorTry, forgetFactorTries, type FactorGuesser } from './factor-tries';
import type { FactorProof } from './factor-proof';
import { requirePasskeyStill } from './passkeys/require-passkey-still';
import { verifyPasskey } from './passkeys/verify-passkey';
import { readTotpCode } from './totp/read-totp-code';
import { redeemTotpCode } from './totp/redeem-totp-code';

/**
 * Checks a second factor of the person of a session, and does what it opens in the transaction that uses the code
 * up. A code is counted as a try before it is looked at; a passkey cannot be guessed and is not counted.
 * @param then what the factor opens
 * @throws AppError too-many-requests, passkey-refused; factor-wrong, beside the field `code`
 */
export async function proveFactor(
  actor: Actor,
  proof: FactorProof,
  guesser: FactorGuesser,
  then: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { accountId } = actor;
  if (proof.by === 'passkey') {
    const passkey = await verifyPasskey(proof.answer, accountId, actor.device);
    await inTransaction(async (tx) => {
      await requirePasskeyStill(tx, await lockAccount(tx, accountId), passkey);
      await then(tx);
    });
    return;
  }
  await claimFactorTry(accountId, proof.by, guesser);
  const spend =
    proof.by === 'totp' ? totpSpender(actor, proof.code) : await codeSpender(actor, proof.code);
  // Returned, not thrown: the record of a wrong code has to be committed.
  const fault = await inTransaction(async (tx) => {
    const outcome = await spend(tx);
    if (outcome === 'right') await then(tx);
    else recordWrongCode(tx, accountId);
    return outcome;
  });
  if (fault !== 'right') throw codeRefusal(fault);
  await forgetFactorTries(accountId, proof.by, guesser);
}

type Spend = (tx: Transaction) => Promise<CodeFault | 'right'>;

function totpSpender({ accountId }: Actor, typed: string): Spend {
  const code = readTotpCode(typed);
  return async (tx) => (code === null ? 'wrong' : redeemTotpCode(tx, accountId, code));
}

async function codeSpender(actor: Actor, typed: string): Promise<Spend> {
  const id = await findBackupCode(actor.accountId, typed);
  return async (tx) => {
    if (id === null) return 'wrong';
    if (!(await spendBackupCode(tx, id))) return 'used';
    await queueSecurityNotice(tx, actor, { kind: 'factor-changed', change: 'code-used' });
    return 'right';
  };
}

function recordWrongCode(tx: Transaction, accountId: string): void {
  appendAuditEvent(tx, {
    action: 'account.factor-failed',
    actorKind: 'ACCOUNT',
    actorId: accountId,
  });
}
