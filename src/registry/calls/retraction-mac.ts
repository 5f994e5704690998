import type { ChainTransaction } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { isSameMac, proofMac, type ProofFields } from '@/vault/proof-mac';

/** Which report ends, and which one is to be read instead. */
export type RetractionFields = Pick<ChainTransaction, 'id' | 'reportId' | 'replacement'> & {
  contentHash: Uint8Array<ArrayBuffer>;
};

/** Authenticates a retraction that a doctor asked for. */
export function retractionMac(
  tx: Transaction,
  retraction: RetractionFields,
): Promise<Uint8Array<ArrayBuffer>> {
  return proofMac(tx, 'retraction', retractionFields(retraction));
}

/** Whether the application wrote this retraction, for this document. */
export async function isGenuineRetraction(
  tx: Transaction,
  retraction: RetractionFields & Pick<ChainTransaction, 'mac'>,
): Promise<boolean> {
  return isSameMac(retraction.mac, await retractionMac(tx, retraction));
}

/** The fields in the order in which they are authenticated. */
export function retractionFields(retraction: RetractionFields): ProofFields {
  const { id, reportId, contentHash, replacement } = retraction;
  return [id, reportId, contentHash, replacement];
}
