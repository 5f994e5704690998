'use client';

import { CompositeChart } from '@mantine/charts';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { axisOf } from './axis-of';
import { chartMark } from './chart-mark';
import type { CostScale } from './cost-scale';
import { DayTick } from './day-tick';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;

interface WeekChartProps extends Pick<Ready, 'days'> {
  /** The price of gas now, gwei. */
  now: number;
  scale: CostScale;
}

/** The next seven days: the expected cost as a line, what four days in five cost as a band. */
export function WeekChart({ days, now, scale }: WeekChartProps) {
  const cheapest = days.reduce((best, day) => (day.point < best.point ? day : best));
  const data = days.map(({ date, point, low, high }) => ({
    date,
    Expected: scale.value(point),
    Now: scale.value(now),
    'Likely range': [scale.value(low), scale.value(high)],
  }));
  const axis = axisOf([now, ...days.map(({ high }) => high)].map(scale.value));
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
          {
            name: 'Now',
            type: 'line',
            color: 'var(--mantine-color-text)',
            strokeDasharray: '4 4',
          },
        ]}
        areaProps={{ stroke: 'none', fillOpacity: 0.3, dot: false }}
        lineProps={({ name }) => (name === 'Now' ? { dot: false } : {})}
      />
    </div>
  );
}
