import { createHash } from 'node:crypto';

/**
 * Chains that the trail consists of. A transaction locks the head of one of them while it commits, so that others
 * can commit at the same time.
 */
export const TRAIL_SHARDS = 64;

/**
 * The hash before the first event of a shard: another for each, so that no event fits into another's chain. Shard 0
 * is the trail from before there were shards, which began with zeros.
 * @returns 32 bytes
 */
export function genesisHash(shard: number): Uint8Array<ArrayBuffer> {
  if (shard === 0) return new Uint8Array(32);
  const text = `MedAnchor audit trail, shard ${shard}`;
  return Uint8Array.from(createHash('sha256').update(text).digest());
}
