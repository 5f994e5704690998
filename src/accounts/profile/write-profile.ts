import { birthColumns } from '@/accounts/people/birth-date';
import { nameParts } from '@/accounts/people/index-name';
import { nameColumns } from '@/accounts/people/name-key';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { isSameProfile, type ProfileFields } from './profile-fields';
import { readProfile, type Profile } from './read-profile';

/**
 * Locks a person's data for the rest of the transaction, and reads it. Call it first in the transaction. A send of the
 * first report writes the patient's row too (`keepProfileOfReport`), so of a send and a correction one comes first.
 * @throws AppError not-found
 */
export async function lockProfile(tx: Transaction, accountId: string): Promise<Profile> {
  await tx.$executeRaw`UPDATE Account SET lockCount = lockCount + 1 WHERE id = ${accountId}`;
  await tx.$executeRaw`
    UPDATE PatientProfile SET revision = revision + 1 WHERE accountId = ${accountId}`;
  return readProfile(tx, accountId);
}

/** What a correction is recorded with. */
interface Decision {
  /** Why, in the administrator's words; null for a person's own correction. */
  answer: string | null;
  /** The request that it grants. */
  changeId: string | null;
}

/**
 * Writes a person's name and birth date, keeps what was there before, and queues the mail about it.
 * @param profile as `lockProfile` read it
 * @throws AppError invalid-input when nothing would change, or the birth date of a patient is missing
 */
export async function writeProfile(
  tx: Transaction,
  actor: Actor,
  profile: Profile,
  wanted: ProfileFields,
  { answer, changeId }: Decision,
): Promise<void> {
  const { accountId, role, fields: former } = profile;
  requireChange(role === 'PATIENT', former, wanted);
  const { name, printedName, givenNames, familyName, birthDate } = wanted;
  await tx.account.update({
    where: { id: accountId },
    data: { ...nameColumns(name, printedName), givenNames, familyName },
  });
  if (birthDate !== null) {
    const columns = birthColumns(birthDate);
    await tx.patientProfile.update({ where: { accountId }, data: columns });
    await tx.patientNamePart.deleteMany({ where: { accountId } });
    await tx.patientNamePart.createMany({
      data: nameParts(name, columns.birthDate, printedName).map((part) => ({
        ...{ accountId, ...part },
      })),
    });
  }
  const done = {
    ...{ state: 'DONE' as const, openFor: null, wanted, former, answer },
    decidedById: actor.accountId,
    decidedAt: await databaseNow(tx),
  };
  const { id } =
    changeId === null
      ? await tx.profileChange.create({ data: { accountId, ...done } })
      : await tx.profileChange.update({ where: { id: changeId }, data: done });
  await notify(tx, {
    accountId,
    kind: 'profile-corrected',
    mail: { kind: 'mail-profile-change', payload: { changeId: id, device: actor.device } },
  });
  appendAuditEvent(tx, {
    action: 'account.profile-corrected',
    actorKind: 'ACCOUNT',
    actorId: actor.accountId,
    ...(accountId !== actor.accountId && { subjectId: accountId }),
  });
}

function requireChange(isPatient: boolean, former: ProfileFields, wanted: ProfileFields): void {
  if (isPatient !== (wanted.birthDate !== null)) {
    throw new AppError('invalid-input', {
      fields: { birthDate: (t) => t('accounts.registration.chooseDate') },
    });
  }
  if (!isSameProfile(former, wanted)) return;
  throw new AppError('invalid-input', { detail: (t) => t('accounts.profile.nothingChanges') });
}
