import type { Actor } from '@/accounts/sessions/actor';
import { hasNameOrNumber } from '@/accounts/people/has-name-like';
import { database } from '@/platform/database/database';
import { requireDoctor } from '@/reports/access/lock-written-report';
import { ownPatientColumns, toOwnPatient, type OwnPatient } from './own-patient';

const MAX_CANDIDATES = 10;

/**
 * The patients for whom a doctor has written, by a part of the name, however it is spelled, or by the number.
 * @returns at most ten, by name
 * @throws AppError not-found for everyone except doctors
 */
export async function findOwnPatients(actor: Actor, name: string): Promise<OwnPatient[]> {
  requireDoctor(actor);
  const accounts = await database().account.findMany({
    where: {
      role: 'PATIENT',
      ...hasNameOrNumber(name),
      receivedReports: { some: { doctorId: actor.accountId, state: { not: 'DISCARDED' } } },
    },
    select: ownPatientColumns,
    orderBy: { displayName: 'asc' },
    take: MAX_CANDIDATES,
  });
  return accounts.map(toOwnPatient);
}
