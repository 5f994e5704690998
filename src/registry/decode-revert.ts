import { isCallException } from 'ethers';
import { AppError } from '@/platform/errors';
import { registryInterface } from './report-registry';
import { TRANSACTION_FAILURES, type TransactionFailure } from './transaction-failure';

/** The contract's errors (contracts/IReportRegistry.sol) that a well-made call can still meet. */
const REASONS: Record<string, TransactionFailure> = {
  ReportAlreadyAdded: 'report-already-added',
  ReportNotActive: 'report-not-active',
  NotReportOwner: 'not-report-owner',
  NotReportIssuer: 'not-report-issuer',
  SignerNotIssuer: 'attestation-invalid',
  AttestationExpired: 'attestation-expired',
  AttestationRetracted: 'attestation-retracted',
  PermissionsChanged: 'permissions-changed',
  PermissionsAlreadySetInBlock: 'permissions-set-in-same-block',
  TooManyPermissions: 'too-many-permissions',
};

/** Why the contract refused a call, or null when the error is not a refusal of the contract. */
export function decodeRevert(error: unknown): TransactionFailure | null {
  if (!isCallException(error)) return null;
  const data = error.data ?? '0x';
  const name = data.length >= 10 ? registryInterface.parseError(data)?.name : undefined;
  return (name === undefined ? undefined : REASONS[name]) ?? 'contract-refused';
}

/**
 * Runs something that calls the contract and turns its refusal into one that a person understands.
 * @throws AppError chain-refused with the reason's sentence; other errors pass through
 */
export async function explainReverts<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = decodeRevert(error);
    if (reason === null) throw error;
    throw new AppError('chain-refused', { detail: TRANSACTION_FAILURES[reason], cause: error });
  }
}
