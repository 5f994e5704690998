import { z } from 'zod';

/** A number as nodes write it, `0x1f`. */
export const quantitySchema = z
  .string()
  .regex(/^0x[0-9a-f]+$/i)
  .transform(BigInt);

/** Answer of eth_feeHistory (Ethereum JSON-RPC specification), in wei. */
export const feeHistorySchema = z.object({
  oldestBlock: quantitySchema,
  /** One more than there are blocks: the last is the next block's. */
  baseFeePerGas: z.array(quantitySchema).min(2),
  /** How full each block was. */
  gasUsedRatio: z.array(z.number()).min(1),
  /** Tips of each block, at the percentiles that were asked for. */
  reward: z.array(z.array(quantitySchema)).nullish(),
});

export type FeeHistory = z.infer<typeof feeHistorySchema>;
