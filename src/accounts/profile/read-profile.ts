import { birthDateOf } from '@/accounts/people/birth-date';
import { needsPrintedName } from '@/accounts/people/person-name';
import { isPrintableWorkplace } from '@/accounts/doctors/workplace';
import type { Role } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { ProfileFields } from './profile-fields';

/**
 * What a person may correct without an administrator: all of it; only add the spelling that documents need; nothing.
 */
export type OwnCorrection = 'all' | 'printed-name' | 'none';

/** A person's own data. */
export interface Profile {
  accountId: string;
  role: Role;
  email: string;
  fields: ProfileFields;
  ownCorrection: OwnCorrection;
  /** Whether documents can show all of it that they name. */
  isPrintable: boolean;
}

/** @throws AppError not-found */
export async function readProfile(tx: Transaction, accountId: string): Promise<Profile> {
  const account = await tx.account.findFirst({
    where: { id: accountId, status: { not: 'UNCONFIRMED' } },
    include: { patient: true, doctor: true },
  });
  if (account === null) throw new AppError('not-found');
  const { role, email, displayName, printedName, givenNames, familyName, patient, doctor } =
    account;
  const lacksSpelling = printedName === null && needsPrintedName(displayName);
  return {
    accountId,
    role,
    email,
    fields: {
      name: displayName,
      ...{ printedName, givenNames, familyName },
      birthDate: patient === null ? null : birthDateOf(patient),
      clinic: doctor?.clinic ?? null,
      licenceNumber: doctor?.licenceNumber ?? null,
    },
    isPrintable: !lacksSpelling && (doctor === null || isPrintableWorkplace(doctor)),
    ownCorrection: ownCorrectionOf(role, patient?.firstReportAt ?? null, lacksSpelling),
  };
}

/** A doctor's name was compared with a licence. Reports that were sent state the patient's. */
function ownCorrectionOf(
  role: Role,
  firstReportAt: Date | null,
  lacksSpelling: boolean,
): OwnCorrection {
  if (role === 'ADMIN' || (role === 'PATIENT' && firstReportAt === null)) return 'all';
  return lacksSpelling ? 'printed-name' : 'none';
}
