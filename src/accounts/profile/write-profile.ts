import { refreshListing } from '@/accounts/directory/change-listing';
import { v7 as uuidv7 } from 'uuid';
import { doctorProfileMac } from '@/accounts/doctors/doctor-profile-mac';
import { birthColumns } from '@/accounts/people/birth-date';
import { nameParts } from '@/accounts/people/index-name';
import { nameColumns, nameKey } from '@/accounts/people/name-key';
import { changeBirthDate } from '@/accounts/people/patient-profile-mac';
import { changeLockedAccount } from '@/accounts/passwords/account-mac';
import type { Actor } from '@/accounts/sessions/actor';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { notify } from '@/notifications/notify';
import type { Role } from '@/generated/prisma/enums';
import { isUniqueViolation, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { sealPersonText } from '@/vault/person-texts';
import { isSameProfile, withWorkplace, type ProfileFields } from './profile-fields';
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
 * Writes a person's name, birth date, clinic and licence, keeps what was there before, and queues the mail about it.
 * @param profile as `lockProfile` read it
 * @throws AppError invalid-input when nothing would change, or the birth date of a patient is missing;
 * licence-taken when another doctor is approved with the licence number; conflict when the account or the patient's row was altered
 */
export async function writeProfile(
  tx: Transaction,
  actor: Actor,
  profile: Profile,
  input: ProfileFields,
  { answer, changeId }: Decision,
): Promise<void> {
  const { accountId, role, fields: former } = profile;
  const wanted = withWorkplace(input, former);
  requireChange(role, former, wanted);
  const { name, printedName, givenNames, familyName, birthDate } = wanted;
  const names = { ...nameColumns(name, printedName), givenNames, familyName };
  await changeLockedAccount(tx, accountId, names);
  if (birthDate !== null) {
    const columns = birthColumns(birthDate);
    await changeBirthDate(tx, accountId, columns);
    await tx.patientNamePart.deleteMany({ where: { accountId } });
    await tx.patientNamePart.createMany({
      data: nameParts(name, columns.birthDate, printedName).map((part) => ({
        ...{ accountId, ...part },
      })),
    });
  }
  if (role === 'DOCTOR') await writeWorkplace(tx, accountId, wanted);
  const id = changeId ?? uuidv7();
  const done = {
    ...{ state: 'DONE' as const, openFor: null, wanted, former },
    sealedAnswer:
      answer === null
        ? null
        : await sealPersonText(tx, accountId, `profile-change/${id}/answer`, answer),
    decidedById: actor.accountId,
    decidedAt: await databaseNow(tx),
  };
  if (changeId === null) await tx.profileChange.create({ data: { id, accountId, ...done } });
  else await tx.profileChange.update({ where: { id }, data: done });
  await refreshListing(tx, accountId);
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

/** An approved doctor's licence number is theirs alone, also when it is corrected. */
async function writeWorkplace(
  tx: Transaction,
  accountId: string,
  { clinic, licenceNumber }: ProfileFields,
): Promise<void> {
  if (clinic === null || licenceNumber === null) throw new AppError('invalid-input');
  const { approvedLicence } = await tx.doctorProfile.findUniqueOrThrow({ where: { accountId } });
  try {
    await tx.doctorProfile.update({
      where: { accountId },
      data: {
        ...{ clinic, clinicKey: nameKey(clinic), licenceNumber },
        mac: await doctorProfileMac(tx, { accountId, licenceNumber, clinic }),
        approvedLicence: approvedLicence === null ? null : licenceNumber,
      },
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('licence-taken', { cause: error });
    throw error;
  }
}

/**
 * Refuses what could never be written.
 * @throws AppError invalid-input when nothing would change, or the birth date of a patient is missing
 */
export function requireChange(role: Role, former: ProfileFields, wanted: ProfileFields): void {
  if ((role === 'PATIENT') !== (wanted.birthDate !== null)) {
    throw new AppError('invalid-input', {
      fields: { birthDate: (t) => t('accounts.registration.chooseDate') },
    });
  }
  if (!isSameProfile(former, wanted)) return;
  throw new AppError('invalid-input', { detail: (t) => t('accounts.profile.nothingChanges') });
}
