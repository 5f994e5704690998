import { createHash } from 'node:crypto';
import { hexlify } from 'ethers';
import type { Transaction } from '@/platform/database/database';

/** Keeps the keys of jobs that are about to be deleted. */
export async function keepKeys(tx: Transaction, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.spentJobKey.createMany({
    data: keys.map((key) => ({ hash: hashOf(key) })),
    skipDuplicates: true,
  });
}

/**
 * Deletes those of the jobs just queued whose key is kept: the same job was done and deleted before. Asked only after
 * the jobs were inserted: that waits for a sweep which is deleting the job with the same key.
 */
export async function dropSpent(tx: Transaction, keys: readonly string[]): Promise<void> {
  const found = await tx.spentJobKey.findMany({ where: { hash: { in: keys.map(hashOf) } } });
  if (found.length === 0) return;
  const spent = new Set(found.map(({ hash }) => hexlify(hash)));
  const dedupeKey = { in: keys.filter((key) => spent.has(hexlify(hashOf(key)))) };
  await tx.outboxJob.deleteMany({ where: { dedupeKey } });
}

function hashOf(key: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(key).digest());
}
