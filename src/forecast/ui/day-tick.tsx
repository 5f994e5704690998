import { shortDayText } from '../hours/format-hours';

interface DayTickProps {
  x?: number | string;
  y?: number | string;
  payload?: { value: string };
}

/** A day below an axis: its weekday, and its date below that. */
export function DayTick({ x, y, payload }: DayTickProps) {
  const [weekday, ...date] = shortDayText(payload?.value ?? '').split(' ');
  return (
    <text x={x} y={y} textAnchor="middle" fontSize={12} fill="currentColor">
      <tspan x={x} dy={14}>
        {weekday}
      </tspan>
      <tspan x={x} dy={14}>
        {date[0]}
      </tspan>
    </text>
  );
}
