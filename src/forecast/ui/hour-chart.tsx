'use client';

import '@mantine/charts/styles.layer.css';
import { useTranslations } from 'next-intl';
import { LineChart } from '@mantine/charts';
import { useZone } from '@/components/use-zone';
import type { Translate } from '@/messages/translator';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { dayText, hourText, shortDayText } from '../hours/format-hours';
import { axisOf } from './axis-of';
import { CHART_HEIGHT } from './chart-height';
import { chartMark } from './chart-mark';
import type { CostScale } from './cost-scale';
import { DayTick } from './day-tick';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;
type Hours = NonNullable<Ready['hours']>;

export interface HourChartProps {
  hours: Hours;
  window: Ready['advice']['window'];
  scale: CostScale;
}

/** The next seven days hour by hour, in the reader's own zone; the advised hours are marked. */
export function HourChart({ hours, window, scale }: HourChartProps) {
  const t = useTranslations();
  const zone = useZone();
  const data = hours.map(({ startsAt, price }) => ({ startsAt, expected: scale.value(price) }));
  const axis = axisOf(data.map(({ expected }) => expected));
  const areas =
    window === null
      ? []
      : [
          {
            x1: window.from,
            x2: window.until,
            label: chartMark(t('forecast.dayTable.advised')),
            color: 'var(--mantine-color-green-text)',
          },
        ];
  return (
    <div role="img" aria-label={describeHours(hours, zone, scale, t)}>
      <LineChart
        h={CHART_HEIGHT}
        data={data}
        dataKey="startsAt"
        accessibilityLayer={false}
        curveType="stepAfter"
        withDots={false}
        xAxisProps={{
          ticks: dayBegins(hours, zone, t),
          interval: 0,
          height: 44,
          tick: <DayTick zone={zone} />,
        }}
        yAxisProps={{ ...axis, width: 60, tickFormatter: scale.axisText }}
        valueFormatter={scale.text}
        tooltipProps={{
          labelFormatter: (at) =>
            typeof at === 'string'
              ? `${shortDayText(at, zone, t)}, ${hourText(at, zone, t)}`
              : null,
        }}
        referenceAreas={areas}
        series={[
          {
            name: 'expected',
            label: t('forecast.dayTable.expected'),
            color: 'var(--mantine-color-blue-text)',
          },
        ]}
      />
    </div>
  );
}

/** The first hour of each day on the reader's clock, which need not be at midnight sharp. */
function dayBegins(hours: Hours, zone: string, t: Translate): string[] {
  return hours
    .filter(({ startsAt }, index) => {
      const before = hours[index - 1];
      return before && shortDayText(before.startsAt, zone, t) !== shortDayText(startsAt, zone, t);
    })
    .map(({ startsAt }) => startsAt);
}

function describeHours(hours: Hours, zone: string, scale: CostScale, t: Translate): string {
  const sorted = hours.toSorted((a, b) => a.price - b.price);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return t('forecast.dayTable.expected');
  return t('forecast.hourChart.description', {
    zone,
    lowestDay: dayText(lowest.startsAt, zone, t),
    lowestHour: hourText(lowest.startsAt, zone, t),
    lowestCost: scale.text(scale.value(lowest.price)),
    highestDay: dayText(highest.startsAt, zone, t),
    highestHour: hourText(highest.startsAt, zone, t),
    highestCost: scale.text(scale.value(highest.price)),
  });
}
