import { readKnownDevice } from '@/accounts/devices/known-device';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { claimFactorTry, forgetFactorTries } from '../factor-tries';
import { recordFactorAdded } from '../record-factor-added';
import { codeRefusal } from '../code-refusal';
import { readTotpCode } from './read-totp-code';
import { redeemTotpCode } from './redeem-totp-code';
import { matchTotp, openTotpSecret } from './totp-secret';

/**
 * Completes the set-up of an authenticator app by its first code. From now on a log-in with the password needs
 * the app; the account's other sessions end. The same code once more, as when the answer was lost, changes nothing.
 * @param known the browser's cookie of this account, see devices/known-device.ts; null for a stranger
 * @param network the caller's, see app/api/caller.ts
 * @throws AppError proof-needed, too-many-requests; factor-wrong, beside the field `code`
 */
export async function confirmTotp(
  actor: Actor,
  typed: string,
  known: string | null,
  network = 'unknown',
): Promise<void> {
  await requireFreshProof(actor);
  const code = readTotpCode(typed);
  if (code === null) throw codeRefusal('wrong');
  const account = await database().account.findUnique({ where: { id: actor.accountId } });
  const guesser = { deviceId: readKnownDevice(account, known), network };
  await claimFactorTry(actor.accountId, 'totp', guesser);
  const outcome = await inTransaction(async (tx) => {
    // Of two requests at one moment the later one sees what the first has done.
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${actor.accountId}`;
    if (await hasConfirmed(tx, actor.accountId, code)) return 'right';
    const redeemed = await redeemTotpCode(tx, actor.accountId, code, true);
    if (redeemed === 'right') await recordFactorAdded(tx, actor, 'totp');
    return redeemed;
  });
  if (outcome !== 'right') throw codeRefusal(outcome);
  await forgetFactorTries(actor.accountId, 'totp', guesser);
}

/** Whether this very code was the last to be accepted. */
async function hasConfirmed(tx: Transaction, accountId: string, code: string): Promise<boolean> {
  const row = await tx.totpSecret.findUnique({ where: { accountId } });
  if (row === null || row.confirmedAt === null) return false;
  const match = matchTotp(openTotpSecret(row), code, await databaseNow(tx));
  return match.outcome === 'right' && match.step === row.lastStep;
}
