import type { Actor } from '@/accounts/sessions/actor';
import { needsSecondFactor } from '@/accounts/sessions/needs-second-factor';
import { database } from '@/platform/database/database';

/** Whether a person who may do without a second factor is asked to set one up: until they do, or want no more of it. */
export async function wantsFactorHint({ accountId, role }: Actor): Promise<boolean> {
  if (needsSecondFactor(role)) return false;
  const { secondFactorSince, factorHintDismissedAt } = await database().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { secondFactorSince: true, factorHintDismissedAt: true },
  });
  return secondFactorSince === null && factorHintDismissedAt === null;
}
