import { createContext } from 'react';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';

/** The price of the very transaction that a paid step is about, for what is shown inside that step. */
export const PresentQuote = createContext<FeeQuote | null>(null);
