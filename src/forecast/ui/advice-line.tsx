'use client';

import { useTranslations } from 'next-intl';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarTime, IconCircleCheck } from '@tabler/icons-react';
import { useZone } from '@/components/use-zone';
import type { Advice } from '../answer/advise';
import { isWorthWaiting } from '../answer/worth-waiting';
import { dayText, hourText, windowText } from '../hours/format-hours';
import type { CostScale } from './cost-scale';
import { savingText } from './forecast-words';

interface AdviceLineProps {
  advice: Advice;
  scale: CostScale;
}

/** Now, or when else, and what the wait is likely to save: advice, not an alarm. */
export function AdviceLine({ advice, scale }: AdviceLineProps) {
  const t = useTranslations();
  const zone = useZone();
  const { kind, begun, saving, expected } = advice;
  if (kind !== 'now') {
    const verb = kind === 'wait' ? 'Wait until' : 'Likely cheapest:';
    return (
      <Alert
        role="note"
        color="blue"
        icon={<IconCalendarTime aria-hidden="true" />}
        title={`${verb} ${whenText(advice, zone)}`}
      >
        <Text size="sm">
          About {scale.roundText(expected.point)} then
          {saving === null
            ? '. The price now is not known, so nothing can be compared with it.'
            : `: ${savingText(saving)}. It is a forecast, not a promise.`}
          {zoneText(advice, zone)}
        </Text>
      </Alert>
    );
  }
  if (begun && saving !== null && isWorthWaiting(saving.likely)) {
    return (
      <Alert
        role="note"
        color="yellow"
        icon={<IconAlertTriangle aria-hidden="true" />}
        title={t('forecast.adviceLine.theBestHoursAreNowBut')}
      >
        <Text size="sm">
          {t('forecast.adviceLine.expectedWasSavingTextFeesChangeFrom', {
            savingText: savingText(saving),
            endText: endText(advice, zone),
          })}
        </Text>
      </Alert>
    );
  }
  return (
    <Alert
      role="note"
      color="green"
      icon={<IconCircleCheck aria-hidden="true" />}
      title={
        begun ? t('forecast.adviceLine.nowIsAGoodTime') : t('forecast.adviceLine.noNeedToWait')
      }
    >
      <Text size="sm">
        {begun || saving === null
          ? t('forecast.adviceLine.theBestHoursAreNowEndText', { endText: endText(advice, zone) })
          : t('forecast.adviceLine.theForecastForWhenTextIsSavingText', {
              whenText: whenText(advice, zone),
              savingText: savingText(saving),
              zoneText: zoneText(advice, zone),
            })}
      </Text>
    </Alert>
  );
}

function whenText({ window, date }: Advice, zone: string): string {
  return window === null ? `${dayText(date, 'UTC')} (UTC)` : windowText(window, zone);
}

function endText({ window }: Advice, zone: string): string {
  return window === null
    ? ', all day (UTC)'
    : `, until ${hourText(window.until, zone)} in your time zone (${zone})`;
}

function zoneText({ window }: Advice, zone: string): string {
  return window === null ? '' : ` Hours are those of your time zone, ${zone}.`;
}
