import { nameOfAccount } from '@/accounts/people/both-spellings';
import { formatPatientNumber } from '@/accounts/people/patient-marks';
import type { Transaction } from '@/platform/database/database';

/** How a mail to an administrator refers to a person: a patient by the number alone, e.g. `000123`. */
export async function referToPerson(tx: Transaction, accountId: string): Promise<string> {
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    include: { patient: { select: { number: true } } },
  });
  return account.patient === null
    ? nameOfAccount(account)
    : formatPatientNumber(account.patient.number);
}
