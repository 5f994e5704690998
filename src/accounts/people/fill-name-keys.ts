import { database, inTransaction } from '@/platform/database/database';
import { keyColumn, nameKey } from './name-key';
import { nameParts } from './index-name';

const BATCH = 500;

/**
 * Fills in the search keys of rows that were written before there were any: SQL cannot transliterate. Keys are
 * cleared by a migration when the rule of folding changes.
 * @returns true when there may be more
 */
export async function fillNameKeys(): Promise<boolean> {
  const accounts = await database().account.findMany({
    where: { nameKey: '' },
    select: {
      ...{ id: true, displayName: true, printedName: true },
      patient: { select: { birthDate: true } },
    },
    take: BATCH,
  });
  for (const { id, displayName, printedName, patient } of accounts) {
    // A name that changed meanwhile has brought its own key.
    await inTransaction(async (tx) => {
      const { count } = await tx.account.updateMany({
        where: { id, displayName, printedName, nameKey: '' },
        data: { nameKey: keyColumn(displayName, printedName) },
      });
      if (count === 0 || patient === null) return;
      await tx.patientNamePart.createMany({
        data: nameParts(displayName, patient.birthDate, printedName).map((part) => ({
          ...{ accountId: id, ...part },
        })),
        skipDuplicates: true,
      });
    });
  }
  const doctors = await database().doctorProfile.findMany({
    where: { clinicKey: '' },
    select: { accountId: true, clinic: true },
    take: BATCH,
  });
  for (const { accountId, clinic } of doctors) {
    await database().doctorProfile.updateMany({
      where: { accountId, clinic, clinicKey: '' },
      data: { clinicKey: nameKey(clinic) },
    });
  }
  return accounts.length === BATCH || doctors.length === BATCH;
}
