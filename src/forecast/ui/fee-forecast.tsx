'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack } from '@mantine/core';
import { useContext, useId, useState } from 'react';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { PresentQuote } from '@/registry/ui/fees/present-quote';
import { advise } from '../answer/advise';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { presentPrice } from '../answer/present-price';
import { AdviceLine } from './advice-line';
import { costScale } from './cost-scale';
import { ForecastOrigin } from './forecast-origin';
import { WeekView } from './week-view';
import { NoForecast } from './no-forecast';
import { Reminders } from './reminders';

interface FeeForecastProps {
  answer: ForecastAnswer;
  /** When mails were asked for already, ISO 8601. */
  reminders: readonly string[];
  /** The price of a typical anchoring, or null when the chain could not be asked. */
  typical: FeeQuote | null;
  /** What a typical anchoring takes. */
  typicalGas: number;
  /** Only the advice at first, the rest on demand. */
  compact?: boolean;
}

/** Which of the next seven days is the cheapest to transact, how sure that is, and how it did so far. */
export function FeeForecast(props: FeeForecastProps) {
  const t = useTranslations();
  const { answer, reminders, typical, typicalGas, compact = false } = props;
  const [whole, setWhole] = useState(!compact);
  const week = useId();
  // Inside a paid step, what that very transaction costs; elsewhere, what a typical one does.
  const quote = useContext(PresentQuote) ?? typical;
  if (answer.status === 'none') return <NoForecast answer={answer} />;
  const now = presentPrice(answer.chain, quote);
  const advice = advise(answer, new Date(answer.asOf), now);
  const scale = costScale(quote, typicalGas, t);
  return (
    <Stack gap="sm">
      <ForecastOrigin answer={answer} />
      <AdviceLine advice={advice} scale={scale} />
      <Reminders advice={advice} reminders={reminders} />
      {compact && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={whole}
          aria-controls={week}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setWhole(!whole)}
        >
          {whole ? t('forecast.feeForecast.hideWeek') : t('forecast.feeForecast.showWeek')}
        </Button>
      )}
      <Stack id={week} gap="sm" hidden={!whole}>
        {whole && <WeekView answer={answer} advice={advice} now={now} scale={scale} />}
      </Stack>
    </Stack>
  );
}
