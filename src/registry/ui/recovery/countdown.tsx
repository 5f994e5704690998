'use client';

import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ZonedTime } from '@/components/zoned-time';
import { MINUTE_MS } from '@/platform/time/durations';
import { formatTimeLeft } from './format-time-left';

/**
 * How long it is until a moment, and which moment that is in the reader's zone.
 * @param until ISO 8601
 * @param what begins then, as the end of a sentence
 */
export function Countdown({ until, what }: { until: string; what: string }) {
  const t = useTranslations();
  // The server cannot read the reader's clock.
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setNow(Date.now());
    const first = setTimeout(look);
    const timer = setInterval(look, MINUTE_MS / 2);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, []);
  return (
    <div>
      {now !== null && (
        <Text fz="xl" fw={650}>
          {formatTimeLeft(Date.parse(until) - now, t)}
        </Text>
      )}
      <Text size="sm">
        {t.rich('registry.countdown.what', { time: () => <ZonedTime at={until} />, what })}
      </Text>
    </div>
  );
}
