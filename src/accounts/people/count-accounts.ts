import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { Actor } from '@/accounts/sessions/actor';

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
  const { account } = database();
  const [patients, doctors, pending, suspended] = await Promise.all([
    account.count({ where: { role: 'PATIENT', status: 'ACTIVE' } }),
    account.count({ where: { role: 'DOCTOR', status: 'ACTIVE' } }),
    account.count({ where: { role: 'DOCTOR', status: 'PENDING' } }),
    account.count({ where: { status: 'SUSPENDED' } }),
  ]);
  return { patients, doctors, pending, suspended };
}
