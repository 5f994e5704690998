'use client';

import { useEffect, useState } from 'react';
import { callApi, problemMessage } from '@/platform/call-api';
import { feeQuoteSchema, type FeeQuote } from '@/registry/fee-quote';

/** Prices move with every block; a minute is fresh enough to decide by. */
const REFRESH_MS = 60_000;

interface QuoteState {
  /** Null until it is known. */
  quote: FeeQuote | null;
  problem: string | null;
  retry: () => void;
}

/**
 * What a paid step with so many viewers costs now, asked again every minute and for every other number.
 * @param path the route that quotes it
 */
export function useQuote(path: string, viewerCount: number): QuoteState {
  const [attempt, setAttempt] = useState(0);
  const key = `${path} ${viewerCount} ${attempt}`;
  const [known, setKnown] = useState<{ key: string; quote?: FeeQuote; problem?: string }>();
  useEffect(() => {
    let wanted = true;
    const look = () => {
      callApi('POST', path, feeQuoteSchema, { viewerCount }).then(
        (quote) => {
          if (wanted) setKnown({ key, quote });
        },
        (error: unknown) => {
          if (wanted) setKnown({ key, problem: problemMessage(error) });
        },
      );
    };
    look();
    const timer = setInterval(look, REFRESH_MS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [path, viewerCount, key]);
  const current = known?.key === key ? known : undefined;
  return {
    quote: current?.quote ?? null,
    problem: current?.problem ?? null,
    retry: () => setAttempt(attempt + 1),
  };
}
