import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { isGenuineTotp, totpMac } from './totp-mac';
import { openTotpSecret, sealTotpSecret } from './totp-secret';

const BATCH = 200;

/**
 * Seals every secret of an authenticator app anew that another key than the keyring's first seals. Safe beside
 * running servers and safe to repeat.
 * @returns how many were sealed anew
 */
export async function resealTotpSecrets(): Promise<number> {
  const newest = env().KEYRING[0]?.id ?? '';
  let resealed = 0;
  for (;;) {
    const rows = await database().totpSecret.findMany({
      where: { keyId: { not: newest } },
      take: BATCH,
    });
    if (rows.length === 0) return resealed;
    for (const row of rows) {
      const { accountId, sealed } = row;
      const resealedRow = { ...row, ...sealTotpSecret(accountId, openTotpSecret(row)) };
      const isGenuine = await isGenuineTotp(database(), row);
      // Only while it is still what was read: it may have been replaced or used meanwhile.
      const { count } = await database().totpSecret.updateMany({
        where: { accountId, sealed, lastStep: row.lastStep },
        data: {
          ...{ keyId: resealedRow.keyId, sealed: resealedRow.sealed },
          mac: isGenuine ? await totpMac(database(), resealedRow) : null,
        },
      });
      resealed += count;
    }
  }
}
