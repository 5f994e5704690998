/**
 * A calendar day without a zone as people read it, e.g. `12 Mar 1980`.
 * @param day `YYYY-MM-DD`
 */
export function formatBirthDate(day: string): string {
  const form = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
  return form.format(new Date(`${day}T00:00:00Z`));
}
