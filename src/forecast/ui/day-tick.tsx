import { useTranslations } from 'next-intl';
import { monthDayText, weekdayText } from '../hours/format-hours';

interface DayTickProps {
  /** In which the day is named. */
  zone: string;
  // What follows is given by the chart.
  x?: number | string;
  y?: number | string;
  payload?: { value: string };
}

/** A day below an axis: its weekday, and its date below that. */
export function DayTick({ zone, x, y, payload }: DayTickProps) {
  const t = useTranslations();
  if (payload === undefined) return null;
  return (
    <text x={x} y={y} textAnchor="middle" fontSize={12} fill="currentColor">
      <tspan x={x} dy={14}>
        {weekdayText(payload.value, zone, t)}
      </tspan>
      <tspan x={x} dy={14}>
        {monthDayText(payload.value, zone, t)}
      </tspan>
    </text>
  );
}
