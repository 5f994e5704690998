import { z } from 'zod';
import { PRICE_PROBLEMS } from './price-problems';

const wei = z.string().regex(/^\d+$/);

/** What a transaction costs at this moment; JSON-able, so that routes, pages and the browser share it. */
export const feeQuoteSchema = z.object({
  /** Gas units that the transaction is expected to use. */
  gas: z.number().int().positive(),
  /** The limit to suggest to the wallet: what is not used is not paid. */
  gasLimit: z.number().int().positive(),
  /** Base fee of the next block per gas unit, in wei. */
  baseFeeWei: wei,
  /** Median tip of the last blocks per gas unit, in wei. */
  priorityFeeWei: wei,
  /** What a layer-2 chain charges for the data on Ethereum, in wei; absent on chains without such a fee. */
  l1FeeWei: wei.optional(),
  /** gas × (base fee + tip), and the fee for the data, in wei. */
  costWei: wei,
  /** The same in ether, as a decimal number. */
  costEth: z.string(),
  /** Null when the price feed has no good answer. */
  costUsd: z.number().nonnegative().nullable(),
  ethUsd: z.number().positive().nullable(),
  /** Why there is no price in USD; null when there is one. */
  priceProblem: z.enum(PRICE_PROBLEMS).nullable(),
  /** The chain's head when the fee was read. */
  block: z.number().int().nonnegative(),
  /** When the chain was asked, ISO 8601. */
  asOf: z.iso.datetime(),
});

/** What a transaction costs at this moment. */
export type FeeQuote = z.infer<typeof feeQuoteSchema>;

/** What several steps in one transaction cost, beside the same steps one by one. */
export const batchQuoteSchema = feeQuoteSchema.extend({ oneByOne: feeQuoteSchema });

/** What several steps in one transaction cost. */
export type BatchQuote = z.infer<typeof batchQuoteSchema>;
