/** `Sunday 22 November` of an instant, in a zone. */
export function dayText(at: string, timeZone: string): string {
  const form = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
  return new Intl.DateTimeFormat('en-GB', form).format(new Date(at));
}

/** `Sun 22 Nov` of a UTC day. */
export function shortDayText(date: string): string {
  const form = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', form).format(new Date(date));
}

/** `06:00` of an instant, in a zone. */
export function hourText(at: string, timeZone: string): string {
  const form = { hour: '2-digit', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat('en-GB', form).format(new Date(at));
}
