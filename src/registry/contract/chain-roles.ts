import { id, ZeroHash } from 'ethers';
import type { ChainRole } from '@/generated/prisma/client';

/** The contract's roles, as OpenZeppelin's AccessControl names them. */
export const ROLE_HASHES: Record<ChainRole, string> = {
  ADMIN: ZeroHash,
  RECOVERER: id('RECOVERY_ROLE'),
  ISSUER: id('ISSUER_ROLE'),
};

const ROLES: readonly ChainRole[] = ['ADMIN', 'RECOVERER', 'ISSUER'];

/** The role of a hash, or null for one that is unknown to this application. */
export function roleOf(hash: string): ChainRole | null {
  return ROLES.find((role) => ROLE_HASHES[role] === hash.toLowerCase()) ?? null;
}
