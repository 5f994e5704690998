import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { openPersonKey, sealPersonKey } from './person-key';

const BATCH = 200;

/**
 * Seals every person's key again that another key than the keyring's first seals. Reports and documents are not touched.
 * Safe beside running servers and safe to repeat; afterwards the old key can leave the keyring.
 * @returns how many were sealed again
 */
export async function resealPersonKeys(): Promise<number> {
  const newest = env().KEYRING[0]?.id ?? '';
  let resealed = 0;
  for (;;) {
    const rows = await database().personKey.findMany({
      where: { keyId: { not: newest } },
      take: BATCH,
    });
    if (rows.length === 0) return resealed;
    for (const row of rows) {
      const { accountId, sealedKey } = row;
      const { count } = await database().personKey.updateMany({
        // Only while it is still the key that was read: a destroyed key must stay destroyed.
        where: { accountId, sealedKey },
        data: sealPersonKey(accountId, openPersonKey(row)),
      });
      resealed += count;
    }
  }
}
