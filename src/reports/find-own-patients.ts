import type { Actor } from '@/accounts/actor';
import { database } from '@/platform/database';
import { likePattern } from '@/platform/like-pattern';
import { requireDoctor } from './lock-written-report';
import type { OwnPatient } from './own-patient';

const MAX_CANDIDATES = 10;

/**
 * The patients for whom a doctor has written, by a part of the name; upper and lower case and accents are as
 * the database's collation compares them.
 * @returns at most ten, by name
 * @throws AppError not-found for everybody but doctors
 */
export async function findOwnPatients(actor: Actor, name: string): Promise<OwnPatient[]> {
  requireDoctor(actor);
  const accounts = await database().account.findMany({
    where: {
      role: 'PATIENT',
      displayName: { contains: likePattern(name) },
      receivedReports: { some: { doctorId: actor.accountId, state: { not: 'DISCARDED' } } },
    },
    select: { id: true, displayName: true, patient: { select: { birthDate: true } } },
    orderBy: { displayName: 'asc' },
    take: MAX_CANDIDATES,
  });
  return accounts.map(({ id, displayName, patient }) => ({
    accountId: id,
    name: displayName,
    birthDate: patient?.birthDate.toISOString().slice(0, 10) ?? null,
  }));
}
