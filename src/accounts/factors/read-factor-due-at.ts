import type { Actor } from '@/accounts/sessions/actor';
import { needsSecondFactor } from '@/accounts/sessions/needs-second-factor';
import { database } from '@/platform/database/database';

/** Until when a person has to set a second factor up; null when they have one, or need none. */
export async function readFactorDueAt({ accountId, role }: Actor): Promise<Date | null> {
  if (!needsSecondFactor(role)) return null;
  const { secondFactorSince, secondFactorDueAt } = await database().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { secondFactorSince: true, secondFactorDueAt: true },
  });
  return secondFactorSince === null ? secondFactorDueAt : null;
}
