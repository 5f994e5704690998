import { hexlify, randomBytes } from 'ethers';
import { z } from 'zod';
import { packPermission } from '@/registry/contract/pack-permission';

/** The permission words of a report, as the database keeps them: 0x-hex, 32 bytes each. */
export const permissionWords = z.array(z.string());

/** Packs a list for the chain. It is sorted by word, so that the order does not reveal who was chosen first. */
export function toPermissionWords(
  permissions: readonly { tag: Uint8Array; expiresAt: Date | null }[],
): string[] {
  return permissions.map(({ tag, expiresAt }) => packPermission(tag, expiresAt)).sort();
}

/** Random words that cost as much gas as real ones, to estimate prices. */
export function randomPermissionWords(count: number): string[] {
  return Array.from({ length: count }, () => hexlify(randomBytes(32)));
}
