import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import type { OwnFactors } from './own-factors';

/** Which second factors the person of a session has. */
export async function listFactors({ accountId }: Actor): Promise<OwnFactors> {
  const [passkeys, totp, backupCodes] = await Promise.all([
    database().passkey.count({ where: { accountId } }),
    database().totpSecret.count({ where: { accountId, confirmedAt: { not: null } } }),
    database().backupCode.count({ where: { accountId, usedAt: null } }),
  ]);
  return { passkeys, totp: totp > 0, backupCodes };
}
