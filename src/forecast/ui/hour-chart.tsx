'use client';

import { LineChart } from '@mantine/charts';
import { useZone } from '@/components/use-zone';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { axisText, type CostScale } from './cost-scale';
import { hourText, shortDayText } from './format-hours';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;

interface HourChartProps {
  hours: NonNullable<Ready['hours']>;
  window: Ready['advice']['window'];
  scale: CostScale;
}

/** The next seven days hour by hour, in the reader's own zone; the advised hours are marked. */
export function HourChart({ hours, window, scale }: HourChartProps) {
  const zone = useZone();
  const label = (at: string) => `${shortDayIn(at, zone)} ${hourText(at, zone)}`;
  const data = hours.map(({ startsAt, price }) => ({
    hour: label(startsAt),
    Expected: scale.value(price),
  }));
  const marks =
    window === null ? [] : [{ x: label(window.from), label: 'Advised', color: 'green.7' }];
  return (
    <div role="img" aria-label={`Expected cost of each hour of the next seven days, in ${zone}`}>
      <LineChart
        h={180}
        data={data}
        dataKey="hour"
        curveType="stepAfter"
        withDots={false}
        xAxisProps={{ minTickGap: 40 }}
        yAxisProps={{ width: 56 }}
        valueFormatter={axisText}
        referenceLines={marks}
        series={[{ name: 'Expected', color: 'blue.7' }]}
        lineProps={{ isAnimationActive: false }}
      />
    </div>
  );
}

/** The day of an instant as a reader in a zone calls it. */
function shortDayIn(at: string, timeZone: string): string {
  const iso = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(
    new Date(at),
  );
  return shortDayText(iso);
}
