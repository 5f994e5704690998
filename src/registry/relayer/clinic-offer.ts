import { z } from 'zod';
import { batchQuoteSchema, feeQuoteSchema } from '@/registry/fees/fee-quote-schema';
import { RELAY_HINDRANCES } from './relay-hindrances';
import { pricedPlanSchema } from './sending-plan';

/** That the clinic would pay for a step, beside the step's price. */
export const clinicOfferSchema = z.object({
  /** What it would cost the clinic now, in ether, as a decimal number. */
  costEth: z.string(),
  costUsd: z.number().nonnegative().nullable(),
  /** Why the clinic does not pay now; null when it does. */
  hindrance: z.enum(RELAY_HINDRANCES).nullable(),
  /** What waiting for a low price would likely come to, by the days that it takes at most; none where it is of no use. */
  waits: z.array(z.object({ days: z.number().int().positive(), plan: pricedPlanSchema })),
});

/** That the clinic would pay for a step. */
export type ClinicOffer = z.infer<typeof clinicOfferSchema>;

/**
 * A price with the clinic's offer: null where no clinic pays, because there is no relayer or the contract is older
 * than the calls that it would send.
 */
export const offeredQuoteSchema = feeQuoteSchema.extend({ clinic: clinicOfferSchema.nullable() });

/** A price with the clinic's offer. */
export type OfferedQuote = z.infer<typeof offeredQuoteSchema>;

/** As offeredQuoteSchema, for several steps in one transaction. */
export const offeredBatchQuoteSchema = batchQuoteSchema.extend({
  clinic: clinicOfferSchema.nullable(),
});

/** As OfferedQuote, for several steps in one transaction. */
export type OfferedBatchQuote = z.infer<typeof offeredBatchQuoteSchema>;
