/**
 * What an `<input type="datetime-local">` shows of a moment: the clock where it was written down.
 * @param moment ISO 8601 with an offset, or empty
 */
export function toLocalInput(moment: string): string {
  return moment.slice(0, 16);
}

/**
 * The moment that somebody typed into an `<input type="datetime-local">`.
 * @param typed `YYYY-MM-DDTHH:mm`, or empty while it is incomplete
 * @param offsetMinutes minutes ahead of UTC on that day where it is typed
 * @returns ISO 8601 with the offset, or empty
 */
export function fromLocalInput(typed: string, offsetMinutes: number): string {
  if (typed === '') return '';
  const sign = offsetMinutes < 0 ? '-' : '+';
  const hours = Math.floor(Math.abs(offsetMinutes) / 60);
  const minutes = Math.abs(offsetMinutes) % 60;
  return `${typed.slice(0, 16)}:00${sign}${twoDigits(hours)}:${twoDigits(minutes)}`;
}

/** The offset that a moment was written with, e.g. `UTC+02:00`; empty when there is none. */
export function offsetOf(moment: string): string {
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(moment)?.[1] ?? '';
  return offset === '' ? '' : `UTC${offset === 'Z' ? '' : offset}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
