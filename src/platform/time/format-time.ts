import { formattingLocale, type Translate } from '@/messages/translator';

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

/**
 * A calendar day in no zone, e.g. `4 March 2026`.
 * @param day `YYYY-MM-DD`
 */
export function formatDay(day: string, t: Translate): string {
  const form = new Intl.DateTimeFormat(formattingLocale(t), DAY);
  return form.format(new Date(`${day}T00:00:00Z`));
}

/**
 * A moment on the clock where it was written down, e.g. `4 March 2026, 09:30 (UTC+02:00)`.
 * @param moment ISO 8601 with an offset or `Z`
 */
export function formatMoment(moment: string, t: Translate): string {
  const { 1: day = '', 2: time = '', 3: offset = '' } = MOMENT.exec(moment) ?? [];
  return `${formatDay(day, t)}, ${time} (UTC${offset === 'Z' ? '' : offset})`;
}

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*?(Z|[+-]\d\d:\d\d)$/;

/**
 * A moment on the clock of a zone, e.g. `4 March 2026, 09:30 (Asia/Nicosia, UTC+02:00)`.
 * @param timeZone IANA name
 */
export function formatInstant(instant: Date, timeZone: string, t: Translate): string {
  return formatMoment(isoInZone(instant, timeZone), t).replace('(UTC', `(${timeZone}, UTC`);
}

/**
 * A moment as ISO 8601 with the offset that a zone had then, e.g. `2026-03-04T09:30:00+02:00`.
 * @param timeZone IANA name
 */
export function isoInZone(instant: Date, timeZone: string): string {
  const form = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  });
  const part = Object.fromEntries(
    form.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  const offset = (part['timeZoneName'] ?? '').replace('GMT', '').slice(0, 6) || '+00:00';
  const day = `${part['year']}-${part['month']}-${part['day']}`;
  return `${day}T${part['hour']}:${part['minute']}:${part['second']}${offset}`;
}
