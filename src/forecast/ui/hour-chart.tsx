'use client';

import { LineChart } from '@mantine/charts';
import { useZone } from '@/components/use-zone';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { dayText, hourText, shortDayText } from '../hours/format-hours';
import { axisOf } from './axis-of';
import { chartMark } from './chart-mark';
import type { CostScale } from './cost-scale';
import { DayTick } from './day-tick';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;
type Hours = NonNullable<Ready['hours']>;

interface HourChartProps {
  hours: Hours;
  window: Ready['advice']['window'];
  scale: CostScale;
}

/** The next seven days hour by hour, in the reader's own zone; the advised hours are marked. */
export function HourChart({ hours, window, scale }: HourChartProps) {
  const zone = useZone();
  const data = hours.map(({ startsAt, price }) => ({ startsAt, Expected: scale.value(price) }));
  const axis = axisOf(data.map(({ Expected }) => Expected));
  const areas =
    window === null
      ? []
      : [
          {
            x1: window.from,
            x2: window.until,
            label: chartMark('Advised'),
            color: 'var(--mantine-color-green-text)',
          },
        ];
  return (
    <div role="img" aria-label={describe(hours, zone, scale)}>
      <LineChart
        h={220}
        data={data}
        dataKey="startsAt"
        accessibilityLayer={false}
        curveType="stepAfter"
        withDots={false}
        xAxisProps={{
          ticks: dayBegins(hours, zone),
          interval: 0,
          height: 44,
          tick: <DayTick zone={zone} />,
        }}
        yAxisProps={{ ...axis, width: 60, tickFormatter: scale.axisText }}
        valueFormatter={scale.text}
        tooltipProps={{
          labelFormatter: (at) =>
            typeof at === 'string' ? `${shortDayText(at, zone)}, ${hourText(at, zone)}` : null,
        }}
        referenceAreas={areas}
        series={[{ name: 'Expected', color: 'var(--mantine-color-blue-text)' }]}
      />
    </div>
  );
}

/** The first hour of each day on the reader's clock, which need not be at midnight sharp. */
function dayBegins(hours: Hours, zone: string): string[] {
  return hours
    .filter(({ startsAt }, index) => {
      const before = hours[index - 1];
      return before && shortDayText(before.startsAt, zone) !== shortDayText(startsAt, zone);
    })
    .map(({ startsAt }) => startsAt);
}

function describe(hours: Hours, zone: string, scale: CostScale): string {
  const sorted = hours.toSorted((a, b) => a.price - b.price);
  const [cheapest, dearest] = [sorted[0], sorted.at(-1)];
  const say = (hour: Hours[number] | undefined): string =>
    hour === undefined
      ? ''
      : `${dayText(hour.startsAt, zone)} at ${hourText(hour.startsAt, zone)} with ${scale.text(scale.value(hour.price))}`;
  return `Expected cost of each hour until the last day ends, in ${zone}: lowest on ${say(cheapest)}, highest on ${say(dearest)}.`;
}
