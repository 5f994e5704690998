import type { ChainTransaction } from '@/generated/prisma/client';
import { AppError } from '@/platform/errors';
import {
  encodeAddReport,
  encodeAddReports,
  encodeSetPermissions,
  type AddReportCall,
  type CallRequest,
} from '@/registry/calls/encode-calls';
import { signAttestation } from '@/registry/contract/sign-attestation';
import { permissionWords } from '@/sharing/grants/permission-words';
import type { PreparedTransaction } from './prepared-transaction';

/** The part of a wallet's transaction that concerns one report. */
export interface TransactionPart {
  transaction: ChainTransaction;
  contentHash: Uint8Array;
}

/**
 * Composes the request to the patient's wallet. The same rows always give the same request, because the issuer's
 * signature is deterministic (RFC 6979): a closed tab can be resumed.
 * @param parts one, or those of a batch in any order
 * @throws AppError wrong-state when there is nothing for a patient to send
 */
export async function composeRequest(
  parts: readonly TransactionPart[],
): Promise<PreparedTransaction> {
  const ordered = parts.toSorted((a, b) => (a.transaction.id < b.transaction.id ? -1 : 1));
  const [first] = ordered;
  if (first === undefined) throw new AppError('wrong-state');
  const { id, kind, sender, deadline } = first.transaction;
  if (kind === 'RETRACT_REPORT' || deadline === null) throw new AppError('wrong-state');
  return {
    transactionId: id,
    kind,
    sender,
    reportCount: parts.length,
    request: await composeCall(first, ordered),
    deadline: deadline.toISOString(),
  };
}

async function composeCall(
  first: TransactionPart,
  parts: readonly TransactionPart[],
): Promise<CallRequest> {
  const { batchId, kind, expectedBlock, permissions } = first.transaction;
  if (batchId !== null) return encodeAddReports(await Promise.all(parts.map(attest)));
  if (kind === 'ADD_REPORT') return encodeAddReport(await attest(first));
  if (expectedBlock === null) throw new AppError('wrong-state');
  return encodeSetPermissions({
    contentHash: first.contentHash,
    expectedBlock: Number(expectedBlock),
    permissions: permissionWords.parse(permissions),
  });
}

async function attest({ transaction, contentHash }: TransactionPart): Promise<AddReportCall> {
  const { sealedMetadata, sender: owner, deadline, permissions } = transaction;
  if (sealedMetadata === null || deadline === null) throw new AppError('wrong-state');
  const attestation = { contentHash, sealedMetadata, deadline };
  const signature = await signAttestation({ ...attestation, owner });
  return { ...attestation, ...signature, permissions: permissionWords.parse(permissions) };
}
