import { hexlify, randomBytes } from 'ethers';
import { z } from 'zod';
import { packPermission } from '@/registry/contract/permission-word';

/** The permission words of a report, as the database keeps them: 0x-hex, 32 bytes each. */
export const permissionWords = z.array(z.string());

/** A list as it goes to the chain: in the order of the words, so that it tells not who was chosen first. */
export function toPermissionWords(
  permissions: readonly { tag: Uint8Array; expiresAt: Date | null }[],
): string[] {
  return permissions.map(({ tag, expiresAt }) => packPermission(tag, expiresAt)).sort();
}

/** Words of nobody, as long and as dear as real ones: for prices only. */
export function throwAwayWords(count: number): string[] {
  return Array.from({ length: count }, () => hexlify(randomBytes(32)));
}
