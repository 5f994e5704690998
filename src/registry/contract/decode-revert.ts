import { isCallException, ZeroAddress, type ErrorDescription } from 'ethers';
import { AppError } from '@/platform/errors';
import { CONTRACT_ERRORS, isContractError } from './contract-errors';
import { registryInterface } from './report-registry';
import { type TransactionFailure, failureSentenceOf } from './transaction-failure';

/** How the call that finishes a recovery begins. */
const EXECUTION = registryInterface
  .encodeFunctionData('executeRecovery', [ZeroAddress])
  .slice(0, 10);

/** Why the contract refused a call, or null when the error is not a refusal of the contract. */
export function decodeRevert(error: unknown): TransactionFailure | null {
  if (!isCallException(error)) return null;
  const name = parse(error.data)?.name ?? '';
  // The contract has one error for a missing right; here it is not the sender that lacks it.
  if (name === 'NotRecoverer' && error.transaction.data.startsWith(EXECUTION)) {
    return 'proposer-dismissed';
  }
  return isContractError(name) ? CONTRACT_ERRORS[name] : 'contract-refused';
}

/**
 * The report that a refusal names: which one of a batch it was.
 * @returns its content hash as 0x-hex, or null when the refusal names none
 */
export function refusedReport(error: unknown): string | null {
  if (!isCallException(error)) return null;
  const refusal = parse(error.data);
  const [place] = refusal?.fragment.inputs ?? [];
  const value: unknown = place?.name === 'contentHash' ? refusal?.args[0] : null;
  return typeof value === 'string' ? value : null;
}

function parse(data: string | null): ErrorDescription | null {
  return data === null || data.length < 10 ? null : registryInterface.parseError(data);
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
    throw new AppError('chain-refused', { detail: failureSentenceOf(reason), cause: error });
  }
}
