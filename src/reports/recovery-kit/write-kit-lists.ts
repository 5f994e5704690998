import type { RecoveryRecipient } from '@/generated/prisma/client';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { deleteObject, putObject } from '@/vault/object-store';
import { isGenuineRecipient } from './recipient-mac';
import { listFileName, toHex, writeList } from '@/vault/recovery-kit/kit-files';
import { sealForKit } from '@/vault/recovery-kit/seal-for-kit';

/**
 * Writes the list of a patient's reports for each key of their kit, and removes the lists of former keys.
 * @throws AppError store-unavailable
 */
export async function writeKitLists(accountId: string): Promise<void> {
  const present = { accountId, revokedAt: null };
  // Committed first: a list without this note would not be removed later.
  await database().recoveryRecipient.updateMany({
    where: { ...present, listedAt: null },
    data: { listedAt: await databaseNow() },
  });
  const recipients = await database().recoveryRecipient.findMany({
    where: { accountId, listedAt: { not: null } },
    select: { id: true },
  });
  for (const { id } of recipients) await inTransaction((tx) => writeKitList(tx, id));
}

/** The row is locked until the store has the list: a run that has read fewer reports does not overwrite a later one. */
async function writeKitList(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE RecoveryRecipient SET lockCount = lockCount + 1 WHERE id = ${id}`;
  const row = await tx.recoveryRecipient.findUniqueOrThrow({ where: { id } });
  const name = await listFileName(row.recipient);
  if (row.revokedAt === null && (await isGenuineRecipient(tx, row))) {
    await putObject(name, await sealForKit([row.recipient], await listOf(tx, row)));
    return;
  }
  await deleteObject(name);
  await tx.recoveryRecipient.update({ where: { id }, data: { listedAt: null } });
}

async function listOf(tx: Transaction, { accountId }: RecoveryRecipient): Promise<string> {
  const reports = await tx.report.findMany({
    where: { recoveryWrap: { accountId, recipients: { not: null } } },
    select: { contentHash: true, objectAddress: true },
    orderBy: { forwardedAt: 'asc' },
  });
  return writeList(
    reports.flatMap(({ contentHash, objectAddress }) =>
      contentHash === null || objectAddress === null
        ? []
        : [{ contentHash: toHex(contentHash), objectAddress }],
    ),
  );
}
