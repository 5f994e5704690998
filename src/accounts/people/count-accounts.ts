import { AppError } from '@/platform/errors';
import type { Actor } from '@/accounts/sessions/actor';
import { readAccountCounts } from './tally-accounts';

/** Numbers of people, for an administrator. */
export interface AccountCounts {
  patients: number;
  doctors: number;
  /** Doctors who wait for an administrator. */
  pending: number;
  suspended: number;
}

/** Counts the accounts whose e-mail address is confirmed. */
export async function countAccounts(actor: Actor): Promise<AccountCounts> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const countOf = await readAccountCounts();
  return {
    patients: countOf('PATIENT:ACTIVE'),
    doctors: countOf('DOCTOR:ACTIVE'),
    pending: countOf('DOCTOR:PENDING'),
    suspended:
      countOf('PATIENT:SUSPENDED') + countOf('DOCTOR:SUSPENDED') + countOf('ADMIN:SUSPENDED'),
  };
}
