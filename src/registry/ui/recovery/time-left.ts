import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/platform/time/durations';

/** A span of time in its two largest units, e.g. `6 days 23 hours left`. */
export function timeLeft(milliseconds: number): string {
  if (milliseconds <= 0) return 'The time is over';
  const days = Math.floor(milliseconds / DAY_MS);
  const hours = Math.floor((milliseconds % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((milliseconds % HOUR_MS) / MINUTE_MS);
  if (days > 0) return `${unit(days, 'day')} ${unit(hours, 'hour')} left`;
  if (hours > 0) return `${unit(hours, 'hour')} ${unit(minutes, 'minute')} left`;
  return minutes > 0 ? `${unit(minutes, 'minute')} left` : 'Less than a minute left';
}

function unit(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
