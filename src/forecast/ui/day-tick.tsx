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
  if (payload === undefined) return null;
  return (
    <text x={x} y={y} textAnchor="middle" fontSize={12} fill="currentColor">
      <tspan x={x} dy={14}>
        {weekdayText(payload.value, zone)}
      </tspan>
      <tspan x={x} dy={14}>
        {monthDayText(payload.value, zone)}
      </tspan>
    </text>
  );
}
