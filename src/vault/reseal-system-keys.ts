import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { openSystemKey, sealSystemKey } from './system-key';

/**
 * Seals every key of the system again that another key than the keyring's first seals: the keys stay the same, and with
 * them all sessions, links and the trail. Safe beside running servers and safe to repeat.
 * @returns how many were sealed again
 */
export async function resealSystemKeys(): Promise<number> {
  const newest = env().KEYRING[0]?.id ?? '';
  const rows = await database().systemKey.findMany({ where: { keyId: { not: newest } } });
  for (const row of rows) {
    const { name, sealedKey } = row;
    const data = sealSystemKey(name, openSystemKey(row));
    await database().systemKey.updateMany({ where: { name, sealedKey }, data });
  }
  return rows.length;
}
