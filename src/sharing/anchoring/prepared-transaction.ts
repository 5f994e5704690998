import { z } from 'zod';
import { transactionProgressSchema } from '@/registry/calls/transaction-progress-schema';
import { RELAY_HINDRANCES } from '@/registry/relayer/relay-hindrances';
import { pricedPlanSchema } from '@/registry/relayer/sending-plan';
import { typedDataSchema } from '@/registry/wallet/sign-typed-data';
import { callRequestSchema } from '@/registry/wallet/send-call';
import { viewersSchema } from '@/sharing/grants/viewers';
import type { MessageKey } from '@/messages/translator';

/** A transaction that a wallet is asked to send. */
export const preparedTransactionSchema = z.object({
  transactionId: z.uuid(),
  kind: z.enum(['ADD_REPORT', 'SET_PERMISSIONS', 'WITHDRAW_REPORT']),
  /** The only account for which it works, EIP-55. */
  sender: z.string(),
  /** How many reports it adds at once; 1 for everything else. */
  reportCount: z.number().int().positive(),
  request: callRequestSchema,
  /** What the patient may sign instead, so that the clinic sends it and pays; null where it does not. */
  consent: typedDataSchema.nullable(),
  /** Whether it is only to be signed, so that the clinic sends it when the price is low. */
  whenCheap: z.boolean(),
  /** ISO 8601; a transaction that was not sent by then has to be prepared again. */
  deadline: z.iso.datetime(),
});

/** A transaction that a wallet is asked to send. */
export type PreparedTransaction = z.infer<typeof preparedTransactionSchema>;

/**
 * The status of a transaction and, while the wallet has not sent it, the request for the wallet; or that the patient
 * has signed it and the clinic is about to send it.
 */
export const transactionAnswerSchema = transactionProgressSchema.extend({
  prepared: preparedTransactionSchema.nullable(),
  relay: z
    .object({
      /** What the clinic waits for; null when it sends it at once. */
      waitsFor: z.enum(RELAY_HINDRANCES).nullable(),
      /** Whether the clinic waits for a low price. */
      whenCheap: z.boolean(),
      /** What waiting will likely come to; null until the first look. */
      plan: pricedPlanSchema.nullable(),
      /** ISO 8601; what was not sent by then has failed. */
      deadline: z.iso.datetime(),
    })
    .nullable(),
});

/** The patient's signature under the consent (`eth_signTypedData_v4`); those of contract wallets are longer. */
export const consentInput = z.object({
  signature: z
    .string()
    .max(4_096)
    .regex(/^0x(?:[0-9a-fA-F]{2}){65,}$/),
});

/** The input of both paid steps: the whole list of viewers. */
export const viewersInput = z.object({ viewers: viewersSchema });

/** For how many days at most the clinic can wait for a low price. */
export const WAIT_DAYS = [7, 3, 1] as const;

const waitDays = z.literal(WAIT_DAYS).optional();

/** The input of sealing a report: at once, or when the price is low. */
export const sealingInput = viewersInput.extend({ waitDays });

/** What a price depends on: the number of viewers. */
export const quoteInput = z.object({ viewerCount: z.number().int().min(0).max(64) });

/**
 * Most reports of one transaction. The contract takes 64; but with the longest metadata and 64 viewers each,
 * 32 fill 110 of the 128 KiB that nodes pass on (go-ethereum, `txMaxSize`), and they stay under a third of the
 * 2^24 gas that one transaction may use (EIP-7825).
 */
export const MAX_TOGETHER = 32;

const reportIds = z
  .array(z.uuid())
  .min(2, { error: 'sharing.preparedTransaction.chooseTwo' satisfies MessageKey })
  .max(MAX_TOGETHER, { error: 'sharing.preparedTransaction.atMost' satisfies MessageKey })
  .refine((ids) => new Set(ids).size === ids.length, {
    error: 'sharing.preparedTransaction.chosenTwice' satisfies MessageKey,
  });

/** The input for adding several reports at once: each report gets the same viewers. */
export const batchInput = sealingInput.extend({ reportIds });

/** What the price of a batch depends on. */
export const batchQuoteInput = quoteInput.extend({ reportIds });

/** The hash of a transaction, which the browser sends as soon as the wallet has sent the transaction. */
export const sentInput = z.object({
  transactionHash: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/)
    .toLowerCase(),
});
