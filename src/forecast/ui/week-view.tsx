'use client';

import { useTranslations } from 'next-intl';
import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { Advice } from '@/forecast/answer/advise';
import type { ReadyForecast } from '@/forecast/answer/forecast-answer';
import type { CostScale } from './cost-scale';
import { DayTable } from './day-table';
import { recordText, ruleText } from './forecast-notes';
import { ChartWhenSeen } from './chart-when-seen';
import { RuleTable } from './rule-table';

interface WeekViewProps {
  answer: ReadyForecast;
  /** As measured against the price now. */
  advice: Advice;
  /** The price of gas now, gwei; null when it is not known. */
  now: number | null;
  scale: CostScale;
}

/** The next seven days as a chart and a table, with what is known of the forecast itself. */
export function WeekView({ answer, advice, now, scale }: WeekViewProps) {
  const t = useTranslations();
  const [view, setView] = useState<'days' | 'hours'>('days');
  const { days, hours, record } = answer;
  const isAdvised = advice.kind !== 'now' || advice.begun;
  return (
    <>
      {hours !== null && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('forecast.weekView.daysOrHours')}
          value={view}
          onChange={(chosen) => setView(chosen === 'hours' ? 'hours' : 'days')}
          data={[
            { value: 'days', label: t('forecast.weekView.dayByDay') },
            { value: 'hours', label: t('forecast.weekView.hourByHour') },
          ]}
        />
      )}
      {view === 'hours' && hours !== null ? (
        <ChartWhenSeen
          kind="hours"
          hours={hours}
          window={isAdvised ? advice.window : null}
          scale={scale}
        />
      ) : (
        <ChartWhenSeen kind="week" days={days} now={now} scale={scale} />
      )}
      <DayTable days={days} advised={isAdvised ? advice.date : null} now={now} scale={scale} />
      <Text size="sm">{recordText(answer, t)}</Text>
      {record !== null && <RuleTable record={record} />}
      <Text size="sm">{ruleText(answer, t)}</Text>
    </>
  );
}
