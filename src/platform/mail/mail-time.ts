import { formattingLocale, type Translate } from '@/messages/translator';

/**
 * A moment as a mail writes it: on the clock of the reader's own zone, as our pages show it, and with the zone.
 * @param timeZone IANA name; null when it is not known, then UTC
 * @returns e.g. `4 May 2031 at 15:00 (Asia/Nicosia, UTC+03:00)` or `4 May 2031 at 12:00 UTC`
 */
export function mailTime(at: Date, timeZone: string | null, t: Translate): string {
  const moment = new Intl.DateTimeFormat(formattingLocale(t), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: timeZone ?? 'UTC',
  }).format(at);
  return timeZone === null || timeZone === 'UTC'
    ? t('platform.mailTime.inUtc', { moment })
    : t('platform.mailTime.inZone', { moment, timeZone, offset: offsetOf(at, timeZone, t) });
}

/** `UTC+03:00` */
function offsetOf(at: Date, timeZone: string, t: Translate): string {
  const parts = new Intl.DateTimeFormat(formattingLocale(t), {
    timeZone,
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return offset.replace('GMT', 'UTC');
}
