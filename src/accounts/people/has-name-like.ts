import type { Prisma } from '@/generated/prisma/client';
import { likePattern } from '@/platform/database/like-pattern';
import { nameKey } from './name-key';

/**
 * The condition that a name contains what was typed, however either is spelled. Accounts whose key the worker
 * has not filled in yet are compared as the database's collation does.
 */
export function hasNameLike(typed: string): Prisma.AccountWhereInput {
  return {
    OR: [
      { nameKey: { contains: likePattern(nameKey(typed)) } },
      { nameKey: '', displayName: { contains: likePattern(typed) } },
    ],
  };
}

/** The condition on an account whose key the worker has not filled in yet. */
export function hasUnfilledName(typed: string): Prisma.AccountWhereInput {
  return {
    role: 'PATIENT',
    status: 'ACTIVE',
    nameKey: '',
    displayName: { contains: likePattern(typed) },
  };
}

/** The patient number that was typed, with or without the zeros in front; null for anything else. */
export function typedNumber(typed: string): number | null {
  const number = /^\d{3,9}$/.exec(typed.trim());
  return number === null ? null : Number(number[0]);
}
