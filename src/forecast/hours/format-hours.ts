import { HOUR_MS } from '@/platform/time/durations';

const LONG_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const SHORT_DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

type Form = Intl.DateTimeFormatOptions;

function format(at: string, timeZone: string, form: Form): string {
  return new Intl.DateTimeFormat('en-GB', { ...form, timeZone }).format(new Date(at));
}

/** `Sunday 22 November` of an instant, in a zone. */
export function dayText(at: string, timeZone: string): string {
  return format(at, timeZone, LONG_DAY).replace(',', '');
}

/** `Sun 22 Nov` of an instant, in a zone. */
export function shortDayText(at: string, timeZone = 'UTC'): string {
  return format(at, timeZone, SHORT_DAY).replace(',', '');
}

/** `06:00` of an instant, in a zone. */
export function hourText(at: string, timeZone: string): string {
  return format(at, timeZone, CLOCK);
}

/** `Sunday 22 November, 06:00–10:00` of two instants, in a zone; midnight ends a day. */
export function windowText(window: { from: string; until: string }, timeZone: string): string {
  return `${dayText(window.from, timeZone)}, ${hourRangeText(window, timeZone)}`;
}

/** `06:00–10:00` of two instants, in a zone. */
export function hourRangeText(
  { from, until }: { from: string; until: string },
  timeZone: string,
): string {
  return `${hourText(from, timeZone)}–${hourText(until, timeZone).replace(/^00:00$/, '24:00')}`;
}

/** The parts of a day by the hour that they begin at. */
const PARTS = [
  { from: 22, part: 'night' },
  { from: 17, part: 'evening' },
  { from: 12, part: 'afternoon' },
  { from: 5, part: 'morning' },
  { from: 0, part: 'night' },
];

/**
 * `Sunday morning` of some hours, in a zone: the part of the day that their middle falls into, which before
 * five in the morning is the night of the day before.
 */
export function partOfDayText(
  { from, until }: { from: string; until: string },
  timeZone: string,
): string {
  const middle = (Date.parse(from) + Date.parse(until)) / 2;
  const hour = Number(hourText(new Date(middle).toISOString(), timeZone).slice(0, 2));
  const part = PARTS.find((one) => hour >= one.from)?.part ?? '';
  const day = new Date(hour < 5 ? middle - 5 * HOUR_MS : middle).toISOString();
  return `${format(day, timeZone, { weekday: 'long' })} ${part}`;
}
