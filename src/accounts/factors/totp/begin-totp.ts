import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import type { TotpEnrolment } from './totp-enrolment';
import { newTotpSecret, sealTotpSecret, totpOf } from './totp-secret';

/**
 * Makes a secret for an authenticator app. It proves nothing until `confirmTotp` has seen a code of it; begun
 * again, the former unconfirmed secret is dropped.
 * @throws AppError proof-needed; wrong-state when an app is set up already
 */
export async function beginTotp(actor: Actor): Promise<TotpEnrolment> {
  await requireFreshProof(actor);
  const { accountId, email } = actor;
  const secret = newTotpSecret();
  const sealed = sealTotpSecret(accountId, secret);
  await inTransaction(async (tx) => {
    await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
    const known = await tx.totpSecret.findUnique({ where: { accountId } });
    if (known !== null && known.confirmedAt !== null) {
      throw new AppError('wrong-state', { detail: (t) => t('accounts.factors.totpExists') });
    }
    const data = { ...sealed, lastStep: 0n, mac: null, createdAt: await databaseNow(tx) };
    await tx.totpSecret.upsert({
      where: { accountId },
      create: { accountId, ...data },
      update: data,
    });
  });
  const totp = totpOf(secret, email);
  return { uri: totp.toString(), secret: totp.secret.base32 };
}
