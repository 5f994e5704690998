import { cache } from 'react';
import { isAppError } from '@/platform/errors';
import { quoteFee, TYPICAL_ANCHORING_GAS } from '@/registry/quote-fee';

/** The price of a typical anchoring, asked once a page; null when the chain cannot be asked. */
export const readTypicalQuote = cache(() =>
  quoteFee(TYPICAL_ANCHORING_GAS).catch((error: unknown) => {
    if (isAppError(error, 'chain-unavailable')) return null;
    throw error;
  }),
);
