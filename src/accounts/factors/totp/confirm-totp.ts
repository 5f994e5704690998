import { readKnownDevice } from '@/accounts/devices/known-device';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { database, inTransaction } from '@/platform/database/database';
import { claimFactorTry, forgetFactorTries } from '../factor-tries';
import { recordFactorAdded } from '../record-factor-added';
import { codeRefusal } from '../code-refusal';
import { readTotpCode } from './read-totp-code';
import { redeemTotpCode } from './redeem-totp-code';

/**
 * Completes the set-up of an authenticator app by its first code. From now on a log-in with the password needs
 * the app; the account's other sessions end.
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
    const redeemed = await redeemTotpCode(tx, actor.accountId, code, true);
    if (redeemed === 'right') await recordFactorAdded(tx, actor, 'totp');
    return redeemed;
  });
  if (outcome !== 'right') throw codeRefusal(outcome);
  await forgetFactorTries(actor.accountId, 'totp', guesser);
}
