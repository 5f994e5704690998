import { z } from 'zod';
import { transactionProgressSchema } from '@/registry/transaction-progress-schema';
import { callRequestSchema } from '@/registry/wallet/send-call';
import { viewersSchema } from './viewers';

/** What a wallet is asked to send. */
export const preparedTransactionSchema = z.object({
  transactionId: z.uuid(),
  kind: z.enum(['ADD_REPORT', 'SET_PERMISSIONS']),
  /** The only account for which it works, EIP-55. */
  sender: z.string(),
  request: callRequestSchema,
  /** ISO 8601; when it has not been sent by then, the person starts again. */
  deadline: z.iso.datetime(),
});

/** What a wallet is asked to send. */
export type PreparedTransaction = z.infer<typeof preparedTransactionSchema>;

/** Where a transaction is and, while it still waits for the wallet, the request to hand over again. */
export const transactionAnswerSchema = transactionProgressSchema.extend({
  prepared: preparedTransactionSchema.nullable(),
});

/** What both paid steps take: the whole list of viewers. */
export const viewersInput = z.object({ viewers: viewersSchema });

/** What a price depends on: how many viewers, not who they are. */
export const quoteInput = z.object({ viewerCount: z.number().int().min(0).max(64) });

/** What the browser tells as soon as the wallet has sent. */
export const sentInput = z.object({
  transactionHash: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/)
    .toLowerCase(),
});
