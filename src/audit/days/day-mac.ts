import { createHash, createHmac } from 'node:crypto';
import type { TrailDay, TrailDayShard } from '@/generated/prisma/client';
import { isSameMac } from '@/vault/proof-mac';
import type { TrailKey } from '@/audit/trail-key';

/** What a sealed day consists of. */
export type SealedDay = Pick<TrailDay, 'day' | 'root' | 'size' | 'blocks'> & {
  shards: readonly Pick<TrailDayShard, 'shard' | 'sequence'>[];
};

/** Authenticates a sealed day with its ends: HMAC-SHA256. */
export function dayMac(key: TrailKey, sealed: SealedDay): Uint8Array<ArrayBuffer> {
  const { day, root, size, blocks, shards } = sealed;
  const ends = [...shards]
    .sort((one, other) => one.shard - other.shard)
    .map(({ shard, sequence }) => `${shard}:${sequence}`);
  const hash = createHash('sha256').update(blocks).digest('hex');
  const text = [day, Buffer.from(root).toString('hex'), size, hash, ...ends].join('/');
  return Uint8Array.from(createHmac('sha256', key.day).update(text).digest());
}

/** Whether we sealed a day like this. */
export function isGenuineDay(key: TrailKey, sealed: SealedDay & Pick<TrailDay, 'mac'>): boolean {
  return isSameMac(sealed.mac, dayMac(key, sealed));
}
