'use client';

import { CompositeChart } from '@mantine/charts';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { axisText, type CostScale } from './cost-scale';
import { shortDayText } from './format-hours';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;

/** The next seven days: the expected cost as a line, what four days in five cost as a band. */
export function WeekChart({ days, scale }: Pick<Ready, 'days'> & { scale: CostScale }) {
  const cheapest = days.reduce((best, day) => (day.point < best.point ? day : best));
  const data = days.map(({ date, point, low, high }) => ({
    day: shortDayText(date),
    Expected: scale.value(point),
    'Four times in five': [scale.value(low), scale.value(high)],
  }));
  return (
    // The table below says the same to readers of words.
    <div aria-hidden="true">
      <CompositeChart
        h={180}
        data={data}
        dataKey="day"
        withTooltip={false}
        withLegend
        legendProps={{ position: 'bottom' }}
        curveType="linear"
        yAxisProps={{ width: 56 }}
        valueFormatter={axisText}
        referenceLines={[{ x: shortDayText(cheapest.date), label: 'Cheapest', color: 'green.7' }]}
        series={[
          { name: 'Four times in five', type: 'area', color: 'blue.3' },
          { name: 'Expected', type: 'line', color: 'blue.7' },
        ]}
        areaProps={{ stroke: 'none', isAnimationActive: false }}
        lineProps={{ isAnimationActive: false }}
      />
    </div>
  );
}
