'use client';

import { Alert, Text } from '@mantine/core';
import { IconCalendarTime, IconCircleCheck } from '@tabler/icons-react';
import { useZone } from '@/components/use-zone';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { savingText } from './forecast-words';
import { dayText, hourText, shortDayText } from './format-hours';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;

/** Now, or when else, and what the wait is likely to save. */
export function AdviceLine({ advice }: Pick<Ready, 'advice'>) {
  const zone = useZone();
  if (advice.kind === 'now') {
    return (
      <Alert color="green" icon={<IconCircleCheck aria-hidden="true" />} title="Now is a good time">
        <Text size="sm">No day of the next seven is expected to be much cheaper.</Text>
      </Alert>
    );
  }
  return (
    <Alert
      color="blue"
      icon={<IconCalendarTime aria-hidden="true" />}
      title={`Wait until ${whenText(advice, zone)}`}
    >
      <Text size="sm">{savingText(advice.saving)}. It is a forecast, not a promise.</Text>
    </Alert>
  );
}

function whenText({ window, date }: Ready['advice'], zone: string): string {
  if (window === null) return `${shortDayText(date)} (UTC)`;
  const hours = `${hourText(window.from, zone)}–${hourText(window.until, zone)}`;
  return `${dayText(window.from, zone)}, ${hours} (${zone})`;
}
