import { hexlify } from 'ethers';
import { unpackPermission } from '@/registry/contract/pack-permission';

/**
 * Who is in a list of permission words, and until when.
 * @returns tag as 0x-hex → the end, null for none; of a tag that is there twice the latest end counts, as in
 *   the contract (IReportRegistry.hasPermission)
 */
export function permissionEnds(words: readonly string[]): Map<string, Date | null> {
  const ends = new Map<string, Date | null>();
  for (const { tag, expiresAt } of words.map(unpackPermission)) {
    const key = hexlify(tag);
    const known = ends.get(key);
    ends.set(key, known === undefined ? expiresAt : laterOf(known, expiresAt));
  }
  return ends;
}

function laterOf(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}
