import { formattingLocale, type Translate } from '@/messages/translator';
import { HOUR_MS } from '@/platform/time/durations';

const LONG_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const SHORT_DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

type Form = Intl.DateTimeFormatOptions;

interface Hours {
  from: string;
  until: string;
}

function format(at: string, timeZone: string, form: Form, t: Translate): string {
  return new Intl.DateTimeFormat(formattingLocale(t), { ...form, timeZone }).format(new Date(at));
}

/** `Sunday 22 November` of an instant, in a zone. */
export function dayText(at: string, timeZone: string, t: Translate): string {
  return format(at, timeZone, LONG_DAY, t).replace(',', '');
}

/** `Sun 22 Nov` of an instant, in a zone. */
export function shortDayText(at: string, timeZone: string, t: Translate): string {
  return format(at, timeZone, SHORT_DAY, t).replace(',', '');
}

/** `Sun` of an instant, in a zone. */
export function weekdayText(at: string, timeZone: string, t: Translate): string {
  return format(at, timeZone, { weekday: 'short' }, t);
}

/** `22`, the day of the month of an instant, in a zone. */
export function monthDayText(at: string, timeZone: string, t: Translate): string {
  return format(at, timeZone, { day: 'numeric' }, t);
}

/** `06:00` of an instant, in a zone. */
export function hourText(at: string, timeZone: string, t: Translate): string {
  return format(at, timeZone, CLOCK, t);
}

/** `Sunday 22 November, 06:00–10:00` of two instants, in a zone; midnight ends a day. */
export function windowText({ from, until }: Hours, timeZone: string, t: Translate): string {
  return t('forecast.formatHours.window', {
    day: dayText(from, timeZone, t),
    from: hourText(from, timeZone, t),
    until: hourText(until, timeZone, t).replace(/^00:00$/, '24:00'),
  });
}

/** The parts of a day by the hour that they begin at. */
const PARTS = [
  { from: 22, part: 'night' },
  { from: 17, part: 'evening' },
  { from: 12, part: 'afternoon' },
  { from: 5, part: 'morning' },
] as const;

/** The hour of an instant on a zone’s clock, as a number in every language. */
function hourOf(at: number, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en', { ...CLOCK, timeZone }).format(at).slice(0, 2));
}

/**
 * `Sunday morning` of some hours, in a zone: the part of the day that their middle falls into, which before
 * five in the morning is the night of the day before.
 */
export function partOfDayText({ from, until }: Hours, timeZone: string, t: Translate): string {
  const middle = (Date.parse(from) + Date.parse(until)) / 2;
  const hour = hourOf(middle, timeZone);
  const day = new Date(hour < 5 ? middle - 5 * HOUR_MS : middle).toISOString();
  return t('forecast.formatHours.partOfDay', {
    weekday: format(day, timeZone, { weekday: 'long' }, t),
    part: PARTS.find((one) => hour >= one.from)?.part ?? 'night',
  });
}
