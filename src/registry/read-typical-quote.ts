import { cache } from 'react';
import { isAppError } from '@/platform/errors';
import type { FeeQuote } from './fee-quote';
import { quoteFee, TYPICAL_ANCHORING_GAS } from './quote-fee';

/** The price of a typical anchoring, asked once a page; null when the chain cannot be asked. */
export const readTypicalQuote = cache((): Promise<FeeQuote | null> =>
  quoteFee(TYPICAL_ANCHORING_GAS).catch((error: unknown) => {
    if (isAppError(error, 'chain-unavailable')) return null;
    throw error;
  }),
);
