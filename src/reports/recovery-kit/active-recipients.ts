import { createHash } from 'node:crypto';
import type { RecoveryRecipient } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { isGenuineRecipient } from './recipient-mac';

/** To whom the keys of a person's reports are encrypted now. */
export interface ActiveRecipients {
  /** In the order of their text: at most one of each way. */
  rows: RecoveryRecipient[];
  /** SHA-256 of the public keys, one a line; null when there are none. `findLateKits` computes the same in SQL. */
  digest: Uint8Array<ArrayBuffer> | null;
}

/** The recipients of a person's kit: those that the person added. */
export async function activeRecipients(
  tx: Transaction,
  accountId: string,
): Promise<ActiveRecipients> {
  const found = await tx.recoveryRecipient.findMany({
    where: { accountId, revokedAt: null },
    orderBy: { recipient: 'asc' },
  });
  const genuine = await Promise.all(found.map((row) => isGenuineRecipient(tx, row)));
  const rows = found.filter((_, index) => genuine[index]);
  if (rows.length < found.length) {
    log().error({ accountId }, 'a recovery key in the database was altered');
  }
  if (rows.length === 0) return { rows, digest: null };
  const lines = rows.map(({ recipient }) => recipient).join('\n');
  return { rows, digest: Uint8Array.from(createHash('sha256').update(lines).digest()) };
}
