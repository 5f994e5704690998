import { z } from 'zod';
import { TRANSACTION_FAILURES } from './transaction-failure';

/** Where a transaction is; what the browser polls. */
export const transactionProgressSchema = z.object({
  /** `in-block`: mined, but not yet under as many blocks as we wait for. */
  status: z.enum(['prepared', 'sent', 'in-block', 'confirmed', 'failed', 'cancelled']),
  /** Blocks on it, its own included; never more than `required`. */
  confirmations: z.number().int().nonnegative(),
  required: z.number().int().positive(),
  /** While it is `sent`: whether the network knows it; false also when that could not be asked. */
  knownToNetwork: z.boolean(),
  /** False when the chain could not be asked now: the rest is what we knew before. */
  chainReachable: z.boolean(),
  transactionHash: z.string().nullable(),
  /** The transaction's page at the block explorer. */
  explorerUrl: z.url().nullable(),
  /** Why it failed. */
  failure: z.enum(TRANSACTION_FAILURES).nullable(),
});

/** Where a transaction is. */
export type TransactionProgress = z.infer<typeof transactionProgressSchema>;
