import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { dataKeyOf, WITH_KEYS } from '@/reports/sealed/keyed-report';
import { deleteObject, putObject } from '@/vault/object-store';
import { keyFileName, toHex, writeKeyFile } from '@/vault/recovery-kit/kit-files';
import { sealForKit } from '@/vault/recovery-kit/seal-for-kit';
import { activeRecipients } from './active-recipients';
import { belongsToKit } from './belongs-to-kit';

/**
 * Writes the key file of a report for the present keys of its patient's kit, or removes it when the report does not
 * belong to the kit. The row is locked until the store has the file: of two runs with different keys, the later one
 * writes what counts. Repeated, it writes the same.
 * @throws AppError store-unavailable
 */
export async function keepKeyOfReport(reportId: string, accountId: string): Promise<void> {
  // Committed first: a file without a row would never be removed.
  await database().recoveryWrap.createMany({
    data: { reportId, accountId },
    skipDuplicates: true,
  });
  await inTransaction(async (tx) => {
    await tx.$executeRaw`UPDATE RecoveryWrap SET lockCount = lockCount + 1 WHERE reportId = ${reportId}`;
    const file = await keyFileOf(tx, reportId, accountId);
    if (file.content === null) {
      if (file.name !== null) await deleteObject(file.name);
      await tx.recoveryWrap.deleteMany({ where: { reportId } });
      return;
    }
    await putObject(file.name, file.content);
    await tx.recoveryWrap.update({ where: { reportId }, data: { recipients: file.recipients } });
  });
}

type KeyFile =
  | { name: string | null; content: null }
  | { name: string; content: Uint8Array; recipients: Uint8Array<ArrayBuffer> };

/** The key file as it has to be now; without content when there must be none. */
async function keyFileOf(tx: Transaction, reportId: string, accountId: string): Promise<KeyFile> {
  const report = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    include: WITH_KEYS,
  });
  const { objectAddress, contentHash } = report;
  if (objectAddress === null || contentHash === null) return { name: null, content: null };
  const name = keyFileName(objectAddress);
  const { rows, digest } = await activeRecipients(tx, accountId);
  const dataKey = dataKeyOf(report);
  const isKept = belongsToKit(report) && report.patientId === accountId;
  if (!isKept || digest === null || dataKey === null) return { name, content: null };
  const text = writeKeyFile({
    contentHash: toHex(contentHash),
    objectAddress,
    dataKey: toHex(dataKey),
  });
  const recipients = rows.map(({ recipient }) => recipient);
  return { name, content: await sealForKit(recipients, text), recipients: digest };
}
