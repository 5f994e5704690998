import type { Actor } from '@/accounts/sessions/actor';
import { hashCode } from '@/accounts/passwords/mailed-code';
import { claimCall } from '@/platform/http/call-windows';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { isSameMac } from '@/vault/proof-mac';
import { CODE_TRIES } from './recovery-limits';

/**
 * Uses a mailed code up. Each try is counted before the code is compared, so that parallel guesses never
 * get more than the cap, and of two calls with the right code one wins.
 * @throws AppError too-many-requests; code-wrong, code-expired, beside the field
 */
export async function redeemRecoveryCode({ accountId }: Actor, code: string): Promise<void> {
  await claimCall('recovery code', accountId, CODE_TRIES);
  const now = await databaseNow();
  const row = await database().recoveryCode.findUnique({ where: { accountId } });
  const codeHash = row?.codeHash ?? null;
  if (row === null || codeHash === null || row.expiresAt === null || row.expiresAt <= now) {
    throw new AppError('code-expired', {
      fields: { code: (t) => t('registry.redeemRecoveryCode.askForNew') },
    });
  }
  const { expiresAt } = row;
  const expected = await hashCode(database(), 'recovery-code', [accountId, expiresAt], code);
  if (!isSameMac(codeHash, expected)) {
    throw new AppError('code-wrong', {
      detail: (t) => t('registry.redeemRecoveryCode.wrong'),
      fields: { code: (t) => t('errors.code-wrong') },
    });
  }
  const { count } = await database().recoveryCode.updateMany({
    where: { accountId, codeHash },
    data: { codeHash: null, expiresAt: null },
  });
  if (count !== 1)
    throw new AppError('code-expired', {
      fields: { code: (t) => t('registry.redeemRecoveryCode.askForNew') },
    });
}
