'use client';

import { CompositeChart } from '@mantine/charts';
import type { ReadyForecast } from '../answer/forecast-answer';
import { axisOf } from './axis-of';
import { chartMark } from './chart-mark';
import type { CostScale } from './cost-scale';
import { DayTick } from './day-tick';

const NOW = {
  name: 'Now',
  type: 'line',
  color: 'var(--mantine-color-text)',
  strokeDasharray: '4 4',
} as const;

interface WeekChartProps extends Pick<ReadyForecast, 'days'> {
  /** The price of gas now, gwei; null when it is not known. */
  now: number | null;
  scale: CostScale;
}

/** The next seven days: the expected cost as a line, what four days in five cost as a band. */
export function WeekChart({ days, now, scale }: WeekChartProps) {
  const cheapest = days.reduce((best, day) => (day.point < best.point ? day : best));
  const data = days.map(({ date, point, low, high }) => ({
    date,
    Expected: scale.value(point),
    ...(now !== null && { Now: scale.value(now) }),
    'Likely range': [scale.value(low), scale.value(high)],
  }));
  const axis = axisOf([now ?? 0, ...days.map(({ high }) => high)].map(scale.value));
  return (
    // The table below says the same to readers of words.
    <div aria-hidden="true">
      <CompositeChart
        h={220}
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
            label: chartMark('Cheapest'),
            labelPosition: 'bottom',
            color: 'var(--mantine-color-green-text)',
          },
        ]}
        series={[
          { name: 'Likely range', type: 'area', color: 'gray.5' },
          { name: 'Expected', type: 'line', color: 'var(--mantine-color-blue-text)' },
          ...(now === null ? [] : [NOW]),
        ]}
        areaProps={{ stroke: 'none', fillOpacity: 0.3, dot: false }}
        lineProps={({ name }) => (name === 'Now' ? { dot: false } : {})}
      />
    </div>
  );
}
