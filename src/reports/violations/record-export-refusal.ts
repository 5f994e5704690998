import type { Actor } from '@/accounts/sessions/actor';
import { database, inTransaction } from '@/platform/database/database';
import { recordViolation } from './record-violation';

/** Records that an account was refused the copy of all records of another person, which nobody comes upon by mistake. */
export async function recordExportRefusal({ accountId }: Actor, exportId: string): Promise<void> {
  const found = await database().recordsExport.findUnique({ where: { id: exportId } });
  if (found === null || found.accountId === accountId) return;
  await inTransaction((tx) =>
    recordViolation(tx, {
      ...{ kind: 'EXPORT_BEYOND_SCOPE', actorKind: 'ACCOUNT', actorId: accountId },
      ...{ patientId: found.accountId, reportId: null },
    }),
  );
}
