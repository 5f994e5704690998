import { normaliseEmail } from '@/accounts/email/normalise-email';
import { nameOfAccount } from '@/accounts/people/both-spellings';
import { hasNameLike } from '@/accounts/people/has-name-like';
import { matchPatients } from '@/accounts/people/match-patients';
import { nameKey } from '@/accounts/people/name-key';
import { formatPatientNumber } from '@/accounts/people/patient-marks';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { PersonCandidate } from './person-candidate';

const MAX_CANDIDATES = 10;
const MIN_LETTERS = 3;

/**
 * The people whose name contains what was typed, in either spelling, or whose e-mail address or patient number it is.
 * The trail keeps who was shown to whom.
 * @returns at most ten; none before the third letter
 * @throws AppError forbidden for everyone except administrators
 */
export async function findPeople(actor: Actor, typed: string): Promise<PersonCandidate[]> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  if (nameKey(typed).length < MIN_LETTERS) return [];
  const [patients, others, addressed] = await Promise.all([
    matchPatients(typed),
    database().account.findMany({
      where: { role: { not: 'PATIENT' }, status: { not: 'UNCONFIRMED' }, ...hasNameLike(typed) },
      select: { id: true },
      orderBy: { displayName: 'asc' },
      take: MAX_CANDIDATES,
    }),
    database().account.findUnique({
      where: { confirmedEmail: normaliseEmail(typed) },
      select: { id: true },
    }),
  ]);
  const ids = [
    ...(addressed === null ? [] : [addressed.id]),
    ...patients.map(({ accountId }) => accountId),
    ...others.map(({ id }) => id),
  ];
  const chosen = [...new Set(ids)].slice(0, MAX_CANDIDATES);
  const accounts = await database().account.findMany({
    where: { id: { in: chosen } },
    include: { patient: true },
  });
  await inTransaction((tx) =>
    appendAuditEvent(tx, {
      action: 'patient.searched',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      details: { shown: chosen.join(' ') },
    }),
  );
  return accounts
    .toSorted((a, b) => chosen.indexOf(a.id) - chosen.indexOf(b.id))
    .map(({ patient, ...account }) => ({
      accountId: account.id,
      name: nameOfAccount(account),
      role: account.role,
      email: account.email,
      number: patient === null ? null : formatPatientNumber(patient.number),
    }));
}
