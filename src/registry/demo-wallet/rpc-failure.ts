import { isError } from 'ethers';
import { ProviderError } from './provider-error';

/** What ethers threw, as the error of a wallet. */
export function rpcFailure(error: unknown): ProviderError {
  if (isError(error, 'INSUFFICIENT_FUNDS')) {
    return new ProviderError(-32000, 'insufficient funds for gas * price + value');
  }
  if (isError(error, 'CALL_EXCEPTION')) return new ProviderError(3, 'execution reverted');
  if (isError(error, 'NETWORK_ERROR') || error instanceof TypeError) {
    return new ProviderError(4900, 'The chain cannot be reached.');
  }
  const message = error instanceof Error ? error.message : 'unknown';
  return new ProviderError(-32603, message);
}
