'use client';

import '@mantine/charts/styles.layer.css';
import { useTranslations } from 'next-intl';
import { CompositeChart } from '@mantine/charts';
import type { ReadyForecast } from '../answer/forecast-answer';
import { axisOf } from './axis-of';
import { CHART_HEIGHT } from './chart-height';
import { chartMark } from './chart-mark';
import type { CostScale } from './cost-scale';
import { DayTick } from './day-tick';

const NOW = {
  name: 'now',
  type: 'line',
  color: 'var(--mantine-color-text)',
  strokeDasharray: '4 4',
} as const;

export interface WeekChartProps extends Pick<ReadyForecast, 'days'> {
  /** The price of gas now, gwei; null when it is not known. */
  now: number | null;
  scale: CostScale;
}

/** The next seven days: the expected cost as a line, what four days in five cost as a band. */
export function WeekChart({ days, now, scale }: WeekChartProps) {
  const t = useTranslations();
  const cheapest = days.reduce((best, day) => (day.point < best.point ? day : best));
  const data = days.map(({ date, point, low, high }) => ({
    date,
    expected: scale.value(point),
    ...(now !== null && { now: scale.value(now) }),
    range: [scale.value(low), scale.value(high)],
  }));
  const axis = axisOf([now ?? 0, ...days.map(({ high }) => high)].map(scale.value));
  return (
    // The table below has the same numbers as text.
    <div aria-hidden="true">
      <CompositeChart
        h={CHART_HEIGHT}
        data={data}
        dataKey="date"
        accessibilityLayer={false}
        withTooltip={false}
        withLegend
        curveType="linear"
        xAxisProps={{
          tick: <DayTick zone="UTC" />,
          interval: 0,
          height: 44,
          padding: { left: 26, right: 26 },
        }}
        yAxisProps={{ ...axis, width: 60, tickFormatter: scale.axisText }}
        referenceDots={[
          {
            x: cheapest.date,
            y: scale.value(cheapest.point),
            label: chartMark(t('forecast.dayTable.cheapest')),
            labelPosition: 'bottom',
            color: 'var(--mantine-color-green-text)',
          },
        ]}
        series={[
          {
            name: 'range',
            label: t('forecast.dayTable.likelyRange'),
            type: 'area',
            color: 'gray.5',
          },
          {
            name: 'expected',
            label: t('forecast.dayTable.expected'),
            type: 'line',
            color: 'var(--mantine-color-blue-text)',
          },
          ...(now === null ? [] : [{ ...NOW, label: t('forecast.dayTable.now') }]),
        ]}
        areaProps={{ stroke: 'none', fillOpacity: 0.3, dot: false }}
        lineProps={({ name }) => (name === 'now' ? { dot: false } : {})}
      />
    </div>
  );
}
