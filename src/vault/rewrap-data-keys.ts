import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { unwrapDataKey, wrapDataKey } from './data-key';

const BATCH = 200;

/**
 * Re-wraps every data key that another key than the keyring's first wraps. Documents are not touched. Safe
 * beside running servers and safe to repeat; afterwards the old key can leave the keyring.
 * @returns how many were re-wrapped
 */
export async function rewrapDataKeys(): Promise<number> {
  const newest = env().KEYRING[0]?.id ?? '';
  let rewrapped = 0;
  for (;;) {
    const reports = await database().report.findMany({
      where: { keyId: { not: newest }, wrappedKey: { not: null } },
      select: { id: true, keyId: true, wrappedKey: true },
      take: BATCH,
    });
    if (reports.length === 0) return rewrapped;
    for (const { id, keyId, wrappedKey } of reports) {
      if (keyId === null || wrappedKey === null) continue;
      const data = wrapDataKey(unwrapDataKey(keyId, wrappedKey));
      // Only while it is still the key that was read: an erased key must stay erased.
      const { count } = await database().report.updateMany({ where: { id, wrappedKey }, data });
      rewrapped += count;
    }
  }
}
