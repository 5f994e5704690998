import { z } from 'zod';
import { TRANSACTION_FAILURES } from '@/registry/contract/transaction-failure';

/** The progress of a transaction, which the browser polls. */
export const transactionProgressSchema = z.object({
  /** `in-block`: mined, but not yet under as many blocks as we wait for. */
  status: z.enum(['prepared', 'sent', 'in-block', 'confirmed', 'failed', 'cancelled']),
  /** Blocks on it, its own included; never more than `required`. */
  confirmations: z.number().int().nonnegative(),
  required: z.number().int().positive(),
  /** While it is `sent`: whether the network has it; false also when the chain cannot be asked. */
  knownToNetwork: z.boolean(),
  /** False when the chain cannot be asked now: the rest is what was known before. */
  chainReachable: z.boolean(),
  transactionHash: z.string().nullable(),
  /** The transaction's page at the block explorer. */
  explorerUrl: z.url().nullable(),
  /** Why it failed. */
  failure: z.enum(TRANSACTION_FAILURES).nullable(),
});

/** The progress of a transaction. */
export type TransactionProgress = z.infer<typeof transactionProgressSchema>;

/** Whether nothing more will happen to it. */
export function isSettled({ status }: TransactionProgress): boolean {
  return status === 'confirmed' || status === 'failed' || status === 'cancelled';
}
