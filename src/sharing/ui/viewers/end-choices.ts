import { offsetOf } from '@/platform/time/local-moment';

/** How long a viewer may see a report, as a person chooses it. */
export const END_CHOICES = [
  { value: 'week', days: 7 },
  { value: 'month', days: 30 },
  { value: 'never', days: null },
  { value: 'date', days: null },
] as const;

/** One of the choices. */
export type EndChoice = (typeof END_CHOICES)[number]['value'];

/** The default for a new viewer: a permission that the patient does not think of again should expire. */
export const FIRST_END: EndChoice = 'month';

/**
 * The expiry of a choice, ISO 8601 or null for none.
 * @param moment the value of the field for a date and time; used for that choice only
 * @returns undefined when the date is empty, half-typed, or a time that the clock shows never or twice
 */
export function endOfChoice(choice: EndChoice, moment: string): string | null | undefined {
  if (choice === 'never') return null;
  if (choice === 'date') return offsetOf(moment) === '' ? undefined : moment;
  const days = END_CHOICES.find(({ value }) => value === choice)?.days ?? 0;
  return daysAhead(days);
}

function daysAhead(days: number): string {
  const end = new Date();
  end.setDate(end.getDate() + days);
  end.setSeconds(0, 0);
  return end.toISOString();
}
