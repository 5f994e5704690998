import type { EmergencySummary as Row } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readPersonTexts, sealPersonText } from '@/vault/person-texts';
import { summarySchema, type EmergencySummary } from './summary-schema';

/** Seals a summary with its patient's key, for their own row. */
export function sealSummary(
  tx: Transaction,
  accountId: string,
  summary: EmergencySummary,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealPersonText(tx, accountId, `emergency-summary/${accountId}`, JSON.stringify(summary));
}

/**
 * Opens what `sealSummary` sealed.
 * @throws AppError not-found when the patient's key was destroyed; object-altered when the row was altered or moved
 */
export async function openSummary(
  tx: Transaction,
  { accountId, sealedSummary }: Pick<Row, 'accountId' | 'sealedSummary'>,
): Promise<EmergencySummary> {
  const text = await textOf(tx, accountId, sealedSummary);
  if (text === null) throw new AppError('not-found');
  return summarySchema.parse(JSON.parse(text));
}

async function textOf(
  tx: Transaction,
  accountId: string,
  sealed: Uint8Array,
): Promise<string | null> {
  const open = await readPersonTexts(tx, [accountId]);
  try {
    return open(accountId, `emergency-summary/${accountId}`, sealed);
  } catch (cause) {
    throw new AppError('object-altered', { cause });
  }
}
