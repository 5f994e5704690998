import { cache } from 'react';
import { isChainAway } from '@/platform/errors';
import type { FeeQuote } from './fee-quote-schema';
import { quoteFee, TYPICAL_ANCHORING_GAS } from './quote-fee';

/** The price of a typical anchoring, asked once a page; null when the chain cannot be asked. */
export const readTypicalQuote = cache((): Promise<FeeQuote | null> =>
  quoteFee(TYPICAL_ANCHORING_GAS).catch((error: unknown) => {
    if (isChainAway(error)) return null;
    throw error;
  }),
);
