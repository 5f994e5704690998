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

/** The same for patients, of whom the number can be typed as well, with or without the zeros in front. */
export function hasNameOrNumber(typed: string): Prisma.AccountWhereInput {
  const number = /^\d{3,9}$/.exec(typed.trim());
  return number === null ? hasNameLike(typed) : { patient: { number: Number(number[0]) } };
}
