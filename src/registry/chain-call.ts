import { z } from 'zod';
import { estimateGas } from './estimate-gas';
import type { CallRequest } from './encode-calls';
import type { FeeQuote } from './fee-quote';
import { quoteFee } from './quote-fee';
import { callRequestSchema } from './wallet/send-call';

/** A call of the contract that a person's own wallet is to send. */
export interface PlannedCall {
  /** The only account for which it works, EIP-55. */
  sender: string;
  call: CallRequest;
}

/** A call as the browser hands it to the wallet. */
export const preparedCallSchema = z.object({ sender: z.string(), request: callRequestSchema });

/** A call as the browser hands it to the wallet. */
export type PreparedCall = z.infer<typeof preparedCallSchema>;

/**
 * Hands out a call that the contract would accept now. Nothing is noted: the follower learns of it from the
 * chain.
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
  return quoteFee(await estimateGas(sender, call));
}
