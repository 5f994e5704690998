const MINUTE_MS = 60_000;

/** How long a viewer may see a report, as a person chooses it. */
export const END_CHOICES = [
  { value: 'week', label: '7 days', days: 7 },
  { value: 'month', label: '30 days', days: 30 },
  { value: 'never', label: 'Until I stop it', days: null },
  { value: 'date', label: 'Until a date', days: null },
] as const;

/** One of the choices. */
export type EndChoice = (typeof END_CHOICES)[number]['value'];

/** What a new viewer gets: sharing that is forgotten should end by itself. */
export const FIRST_END: EndChoice = 'month';

/**
 * The end that a choice makes, ISO 8601 or null for none.
 * @param local what the field for a date and time holds; counts for that choice only
 * @returns undefined when the date is empty or half-typed
 */
export function endOfChoice(choice: EndChoice, local: string): string | null | undefined {
  if (choice === 'never') return null;
  if (choice === 'date') return fromLocalField(local);
  const days = END_CHOICES.find(({ value }) => value === choice)?.days ?? 0;
  return daysAhead(days);
}

/** A moment as the browser's own field for date and time takes it, in the reader's zone. */
export function toLocalField(at: Date): string {
  const shifted = at.getTime() - at.getTimezoneOffset() * MINUTE_MS;
  return new Date(shifted).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** What such a field holds, ISO 8601; undefined while it is empty or half-typed. */
function fromLocalField(text: string): string | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function daysAhead(days: number): string {
  const end = new Date();
  end.setDate(end.getDate() + days);
  end.setSeconds(0, 0);
  return end.toISOString();
}
