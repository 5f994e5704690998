'use client';

import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { TextLink } from '@/components/text-link';
import { useZone } from '@/components/use-zone';
import type { FeeQuote } from '@/registry/fees/fee-quote';
import { advise, type Advice } from '../answer/advise';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { presentPrice } from '../answer/present-price';
import { dayText, partOfDayText } from '../hours/format-hours';
import { costScale } from './cost-scale';

interface PriceLineProps {
  answer: ForecastAnswer;
  /** The price of a transaction now; null when the chain could not be asked. */
  quote: FeeQuote | null;
  /** Where the details are; null where they are shown already. */
  detailsHref: string | null;
}

/** The whole of it in one line: what sealing costs now, and when it is likely to cost less. */
export function PriceLine({ answer, quote, detailsHref }: PriceLineProps) {
  const t = useTranslations();
  const zone = useZone();
  return (
    <Text role="note" aria-label={t('forecast.priceLine.priceOfSealing')}>
      {priceText(answer, quote, zone)}
      {detailsHref !== null && (
        <>
          {' '}
          <TextLink href={detailsHref}>{t('forecast.priceLine.bestDayToPay')}</TextLink>
        </>
      )}
    </Text>
  );
}

/** `About $2 to seal a report today. Cheapest Sunday morning, about $1.30.` */
export function priceText(answer: ForecastAnswer, quote: FeeQuote | null, zone: string): string {
  if (quote === null) return 'The price is not known: the blockchain cannot be asked now.';
  const { roundText } = costScale(quote, quote.gas);
  const gwei = presentPrice({ ...answer.chain, isOwn: true }, quote) ?? 0;
  const now = `${sentence(roundText(gwei))} to seal a report today`;
  if (answer.status === 'none' || !answer.chain.isOwn) return `${now}.`;
  const advice = advise(answer, new Date(answer.asOf), gwei);
  const then = roundText(advice.expected.point);
  // A saving that disappears in rounding is none.
  if (advice.kind !== 'wait' || then === roundText(gwei)) return `${now}. No need to wait.`;
  return `${now}. Cheapest ${whenText(advice, zone)}, ${about(then)}.`;
}

function whenText({ window, date }: Advice, zone: string): string {
  return window === null ? `on ${dayText(date, 'UTC')}` : partOfDayText(window, zone);
}

function about(amount: string): string {
  return /^[\d$]/.test(amount) ? `about ${amount}` : amount;
}

function sentence(amount: string): string {
  const text = about(amount);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
