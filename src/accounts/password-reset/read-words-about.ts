import { birthDateOf } from '@/accounts/people/birth-date';
import { database } from '@/platform/database/database';
import { wordsAbout } from '@/accounts/passwords/words-about';

/** The words that a stranger would try in the password of an account's owner. */
export async function readWordsAbout(accountId: string): Promise<string[]> {
  const { patient, doctor, ...account } = await database().account.findUniqueOrThrow({
    where: { id: accountId },
    include: { patient: true, doctor: true },
  });
  return wordsAbout({
    ...account,
    birthDate: patient === null ? null : birthDateOf(patient),
    clinic: doctor?.clinic,
    licenceNumber: doctor?.licenceNumber,
  });
}
