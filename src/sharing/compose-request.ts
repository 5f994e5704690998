import type { ChainTransaction } from '@/generated/prisma/client';
import { AppError } from '@/platform/errors';
import { encodeAddReport, encodeSetPermissions, type CallRequest } from '@/registry/encode-calls';
import { signAttestation } from '@/registry/sign-attestation';
import { permissionWords } from './permission-words';
import type { PreparedTransaction } from './prepared-transaction';

/**
 * Composes what the patient's wallet is asked to send. The same row gives the same request each time: the
 * issuer's signature is deterministic (RFC 6979), so a closed tab can be resumed.
 * @throws AppError wrong-state when there is nothing for a patient to send
 */
export async function composeRequest(
  transaction: ChainTransaction,
  contentHash: Uint8Array,
): Promise<PreparedTransaction> {
  const { id, kind, sender, deadline } = transaction;
  if (kind === 'RETRACT_REPORT' || deadline === null) throw new AppError('wrong-state');
  return {
    transactionId: id,
    kind,
    sender,
    request: await composeCall({ ...transaction, deadline }, contentHash),
    deadline: deadline.toISOString(),
  };
}

async function composeCall(
  transaction: ChainTransaction & { deadline: Date },
  contentHash: Uint8Array,
): Promise<CallRequest> {
  const { sealedMetadata, expectedBlock, sender: owner, deadline } = transaction;
  const permissions = permissionWords.parse(transaction.permissions);
  if (sealedMetadata !== null) {
    const attestation = { contentHash, sealedMetadata, deadline };
    const signature = await signAttestation({ ...attestation, owner });
    return encodeAddReport({ ...attestation, ...signature, permissions });
  }
  if (expectedBlock === null) throw new AppError('wrong-state');
  return encodeSetPermissions({ contentHash, expectedBlock: Number(expectedBlock), permissions });
}
