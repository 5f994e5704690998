'use client';

import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarTime, IconCircleCheck } from '@tabler/icons-react';
import { useZone } from '@/components/use-zone';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { isWorthWaiting } from '../answer/worth-waiting';
import { savingText } from './forecast-words';
import { dayText, hourText, windowText } from '../hours/format-hours';

type Advice = Extract<ForecastAnswer, { status: 'ready' }>['advice'];

/** Now, or when else, and what the wait is likely to save: advice, not an alarm. */
export function AdviceLine({ advice }: { advice: Advice }) {
  const zone = useZone();
  const { kind, begun, saving } = advice;
  if (kind === 'wait') {
    return (
      <Alert
        role="note"
        color="blue"
        icon={<IconCalendarTime aria-hidden="true" />}
        title={`Wait until ${whenText(advice, zone)}`}
      >
        <Text size="sm">
          {sentence(savingText(saving))} It is a forecast, not a promise.{zoneText(advice, zone)}
        </Text>
      </Alert>
    );
  }
  if (begun && isWorthWaiting(saving.likely)) {
    return (
      <Alert
        role="note"
        color="yellow"
        icon={<IconAlertTriangle aria-hidden="true" />}
        title="The advised hours are now, but dearer than expected"
      >
        <Text size="sm">
          Expected was {savingText(saving)}. Fees change from minute to minute: look again
          {endText(advice, zone)}.
        </Text>
      </Alert>
    );
  }
  return (
    <Alert
      role="note"
      color="green"
      icon={<IconCircleCheck aria-hidden="true" />}
      title="Now is a good time"
    >
      <Text size="sm">
        {begun
          ? `The advised hours are now${endText(advice, zone)}.`
          : `To wait until ${whenText(advice, zone)} is hardly worth it: ${savingText(saving)}.${zoneText(advice, zone)}`}
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

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
