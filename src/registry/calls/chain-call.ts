import { estimateGas } from './estimate-gas';
import type { CallRequest } from './encode-calls';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import type { PreparedCall } from './prepared-call';
import { quoteFee } from '@/registry/fees/quote-fee';

/** A call of the contract that a person's own wallet is to send. */
export interface PlannedCall {
  /** The only account for which it works, EIP-55. */
  sender: string;
  call: CallRequest;
}

/**
 * Returns a call after checking that the contract would accept it now. Nothing is stored: the follower reads its
 * effect from the chain.
 * @throws AppError chain-refused with the contract's reason; chain-unavailable
 */
export async function prepareCall({ sender, call }: PlannedCall): Promise<PreparedCall> {
  await estimateGas(sender, call);
  return { sender, request: call };
}

/**
 * What a call would cost now.
 * @throws AppError chain-refused with the contract's reason; chain-unavailable
 */
export async function quoteCall({ sender, call }: PlannedCall): Promise<FeeQuote> {
  return quoteFee(await estimateGas(sender, call), call);
}
