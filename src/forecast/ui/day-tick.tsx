import { shortDayText } from '../hours/format-hours';

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
  if (payload === undefined) return null;
  const [weekday, date] = shortDayText(payload.value, zone).split(' ');
  return (
    <text x={x} y={y} textAnchor="middle" fontSize={12} fill="currentColor">
      <tspan x={x} dy={14}>
        {weekday}
      </tspan>
      <tspan x={x} dy={14}>
        {date}
      </tspan>
    </text>
  );
}
