'use client';

import { useTranslations } from 'next-intl';
import { Text } from '@/components/plain/text';
import { TextLink } from '@/components/text-link';
import { useZone } from '@/components/use-zone';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import type { Translate } from '@/messages/translator';
import { advise } from '../answer/advise';
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
      {priceText(answer, quote, zone, t)}
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
export function priceText(
  answer: ForecastAnswer,
  quote: FeeQuote | null,
  zone: string,
  t: Translate,
): string {
  if (quote === null) return t('forecast.priceLine.unknown');
  const scale = costScale(quote, quote.gas, t);
  const gwei = presentPrice({ ...answer.chain, isOwn: true }, quote) ?? 0;
  const present = scale.round(gwei);
  const today = t('forecast.priceLine.today', { ...present });
  if (answer.status === 'none' || !answer.chain.isOwn) return today;
  const { kind, window, date, expected } = advise(answer, new Date(answer.asOf), gwei);
  const then = scale.round(expected.point);
  // A saving that disappears in rounding is none.
  if (kind !== 'wait' || then.cost === present.cost) {
    return `${today} ${t('forecast.priceLine.noNeedToWait')}`;
  }
  const cheapest = t('forecast.priceLine.cheapest', {
    isWholeDay: window === null ? 'yes' : 'no',
    when: window === null ? dayText(date, 'UTC', t) : partOfDayText(window, zone, t),
    ...then,
  });
  return `${today} ${cheapest}`;
}
