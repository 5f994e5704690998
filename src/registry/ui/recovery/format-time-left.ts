import type { Translate } from '@/messages/translator';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/platform/time/durations';

/** A span of time in its two largest units, e.g. `6 days 23 hours left`. */
export function formatTimeLeft(milliseconds: number, t: Translate): string {
  if (milliseconds <= 0) return t('registry.formatTimeLeft.over');
  const days = Math.floor(milliseconds / DAY_MS);
  const hours = Math.floor((milliseconds % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((milliseconds % HOUR_MS) / MINUTE_MS);
  if (days > 0) return t('registry.formatTimeLeft.daysAndHours', { days, hours });
  if (hours > 0) return t('registry.formatTimeLeft.hoursAndMinutes', { hours, minutes });
  if (minutes > 0) return t('registry.formatTimeLeft.minutes', { minutes });
  return t('registry.formatTimeLeft.lessThanMinute');
}
