'use client';

import { Skeleton } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { CHART_HEIGHT } from './chart-height';
import type { HourChartProps } from './hour-chart';
import type { WeekChartProps } from './week-chart';

const loading = () => <Skeleton height={CHART_HEIGHT} />;
const HourChart = dynamic(() => import('./hour-chart').then((module) => module.HourChart), {
  ssr: false,
  loading,
});
const WeekChart = dynamic(() => import('./week-chart').then((module) => module.WeekChart), {
  ssr: false,
  loading,
});

type ChartProps = ({ kind: 'hours' } & HourChartProps) | ({ kind: 'week' } & WeekChartProps);

/** A chart of prices. Its code, larger than the rest of the page, is fetched when a reader scrolls to it. */
export function ChartWhenSeen(props: ChartProps) {
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const [seen, setSeen] = useState(false);
  if (inViewport && !seen) setSeen(true);
  return (
    <div ref={ref} style={{ minHeight: CHART_HEIGHT }}>
      {!seen ? (
        loading()
      ) : props.kind === 'hours' ? (
        <HourChart hours={props.hours} window={props.window} scale={props.scale} />
      ) : (
        <WeekChart days={props.days} now={props.now} scale={props.scale} />
      )}
    </div>
  );
}
