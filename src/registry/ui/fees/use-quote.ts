'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { callApi, problemMessage } from '@/platform/http/call-api';
import { MINUTE_MS } from '@/platform/time/durations';
import { feeQuoteSchema } from '@/registry/fees/fee-quote-schema';
import { clinicOfferSchema } from '@/registry/relayer/clinic-offer';

/** Prices move with every block; a minute is fresh enough to decide by. */
const REFRESH_MS = MINUTE_MS;

const anyQuote = feeQuoteSchema.extend({
  oneByOne: feeQuoteSchema.optional(),
  clinic: clinicOfferSchema.nullable().optional(),
});

/** What a paid step costs, whether the clinic would pay and, for several in one, what they cost one by one. */
type AnyQuote = z.infer<typeof anyQuote>;

/** A price that is asked for. */
export interface QuoteState {
  /** Null until it is known. */
  quote: AnyQuote | null;
  problem: string | null;
  retry: () => void;
}

/**
 * What a paid step costs now, asked again every minute and for every other question.
 * @param path the route that quotes it
 * @param question what the price depends on
 */
export function useQuote(path: string, question: Record<string, unknown>): QuoteState {
  const t = useTranslations();
  const [attempt, setAttempt] = useState(0);
  const body = JSON.stringify(question);
  const key = `${path} ${body} ${attempt}`;
  const [known, setKnown] = useState<{ key: string; quote?: AnyQuote; problem?: string }>();
  useEffect(() => {
    let wanted = true;
    const look = () => {
      callApi('POST', path, anyQuote, JSON.parse(body)).then(
        (quote) => {
          if (wanted) setKnown({ key, quote });
        },
        (error: unknown) => {
          if (wanted) setKnown({ key, problem: problemMessage(error, t) });
        },
      );
    };
    look();
    const timer = setInterval(look, REFRESH_MS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [path, body, key, t]);
  const current = known?.key === key ? known : undefined;
  return {
    quote: current?.quote ?? null,
    problem: current?.problem ?? null,
    retry: () => setAttempt(attempt + 1),
  };
}
