import { changeLockedAccount } from '@/accounts/passwords/account-mac';
import { totpMac } from '@/accounts/factors/totp/totp-mac';
import { database, inTransaction } from '@/platform/database/database';

/** Alters an account as the application would have written it: as if time had passed, or a factor were missing. */
export async function alterAccount(
  id: string,
  change: Parameters<typeof changeLockedAccount>[2],
): Promise<void> {
  await inTransaction((tx) => changeLockedAccount(tx, id, change));
}

/** The same of the secret of an authenticator app, as if it had been set up at another time. */
export async function alterTotp(accountId: string, confirmedAt: Date): Promise<void> {
  const secret = await database().totpSecret.findUniqueOrThrow({ where: { accountId } });
  const mac = await totpMac(database(), { ...secret, confirmedAt });
  await database().totpSecret.update({ where: { accountId }, data: { confirmedAt, mac } });
}
