import { DAY_MS, MINUTE_MS } from './durations';

/** Minutes ahead of UTC that a clock is at a moment (milliseconds since the epoch). */
export type OffsetAt = (time: number) => number;

/** The clock of the browser, or of the process. */
export const ownOffset: OffsetAt = (time) => -new Date(time).getTimezoneOffset();

/** The clock of an IANA time zone. */
export function offsetIn(timeZone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (time) => {
    const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
    return hours === undefined
      ? 0
      : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
}

/**
 * The moments that a clock showed a time: one as a rule, none when it was put forward over it, two when it was
 * put back.
 * @param typed `YYYY-MM-DDTHH:mm`, or empty while it is incomplete
 * @returns ISO 8601 with the offset, the earlier one first
 */
export function momentsOf(typed: string, offsetAt: OffsetAt = ownOffset): string[] {
  const clock = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) ? Date.parse(`${typed}:00Z`) : NaN;
  if (Number.isNaN(clock)) return [];
  const around = [clock - DAY_MS, clock + DAY_MS].map(offsetAt);
  return [...new Set(around)]
    .filter((offset) => offsetAt(clock - offset * MINUTE_MS) === offset)
    .toSorted((one, other) => other - one)
    .map((offset) => `${typed}:00${offsetText(offset)}`);
}

/** A moment as a clock shows it, ISO 8601 with the offset, to the minute. */
export function onClock(moment: string, offsetAt: OffsetAt = ownOffset): string {
  const time = Date.parse(moment);
  const offset = offsetAt(time);
  const shifted = new Date(time + offset * MINUTE_MS).toISOString();
  return `${toLocalInput(shifted)}:00${offsetText(offset)}`;
}

/**
 * What an `<input type="datetime-local">` shows of a moment: the clock where it was written down.
 * @param moment ISO 8601, with or without an offset, or empty
 */
export function toLocalInput(moment: string): string {
  return moment.slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** The offset that a moment was written with, e.g. `UTC+02:00`; empty when there is none. */
export function offsetOf(moment: string): string {
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(moment)?.[1] ?? '';
  return offset === '' ? '' : `UTC${offset === 'Z' ? '' : offset}`;
}

function offsetText(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  return `${sign}${twoDigits(Math.floor(Math.abs(minutes) / 60))}:${twoDigits(Math.abs(minutes) % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
