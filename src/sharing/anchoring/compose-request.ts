import { AppError } from '@/platform/errors';
import {
  encodeAddReport,
  encodeAddReports,
  encodeAddReportsFor,
  encodeSetPermissions,
  encodeSetPermissionsFor,
  encodeWithdrawReport,
  encodeWithdrawReportFor,
  type AddReportCall,
  type CallRequest,
} from '@/registry/calls/encode-calls';
import { signAttestation, type CompactSignature } from '@/registry/contract/sign-attestation';
import { isRelaying } from '@/registry/relayer/is-relaying';
import { permissionWords } from '@/sharing/grants/permission-words';
import { composeConsent } from './compose-consent';
import type { PreparedTransaction } from './prepared-transaction';
import type { TransactionPart } from './transaction-part';

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
  const { id, kind, sender, deadline, whenCheap } = first.transaction;
  if (kind === 'RETRACT_REPORT' || deadline === null) throw new AppError('wrong-state');
  return {
    transactionId: id,
    kind,
    sender,
    reportCount: parts.length,
    request: await composeCall(first, ordered),
    consent: (await isRelaying()) ? composeConsent(ordered) : null,
    whenCheap,
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
  if (kind === 'WITHDRAW_REPORT') return encodeWithdrawReport(first.contentHash);
  if (expectedBlock === null) throw new AppError('wrong-state');
  return encodeSetPermissions({
    contentHash: first.contentHash,
    expectedBlock: Number(expectedBlock),
    permissions: permissionWords.parse(permissions),
  });
}

/**
 * Composes the call that the clinic sends under the patient's consent.
 * @param parts one, or those of a batch in the order of the consent
 * @throws AppError wrong-state when there is nothing to send
 */
export async function composeRelayedCall(
  parts: readonly TransactionPart[],
  consent: CompactSignature,
): Promise<CallRequest> {
  const [first] = parts;
  if (first === undefined) throw new AppError('wrong-state');
  const { kind, sender, expectedBlock, permissions, deadline } = first.transaction;
  if (kind === 'ADD_REPORT') {
    return encodeAddReportsFor(sender, await Promise.all(parts.map(attest)), consent);
  }
  if (expectedBlock === null || deadline === null) throw new AppError('wrong-state');
  const call = { contentHash: first.contentHash, expectedBlock: Number(expectedBlock), deadline };
  if (kind === 'WITHDRAW_REPORT') return encodeWithdrawReportFor(sender, call, consent);
  const list = { ...call, permissions: permissionWords.parse(permissions) };
  return encodeSetPermissionsFor(sender, list, consent);
}

async function attest({ transaction, contentHash }: TransactionPart): Promise<AddReportCall> {
  const { sealedMetadata, sender: owner, deadline, permissions } = transaction;
  if (sealedMetadata === null || deadline === null) throw new AppError('wrong-state');
  const attestation = { contentHash, sealedMetadata, deadline };
  const signature = await signAttestation({ ...attestation, owner });
  return { ...attestation, ...signature, permissions: permissionWords.parse(permissions) };
}
