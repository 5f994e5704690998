const MINUTE_MS = 60_000;

/** How long a viewer may read, as a person chooses it. */
export const END_CHOICES = [
  { value: 'day', label: 'for 1 day', days: 1 },
  { value: 'week', label: 'for 7 days', days: 7 },
  { value: 'month', label: 'for 30 days', days: 30 },
  { value: 'year', label: 'for 1 year', days: 365 },
  { value: 'never', label: 'without an end', days: null },
  { value: 'date', label: 'until a date …', days: null },
] as const;

/** One of the choices. */
export type EndChoice = (typeof END_CHOICES)[number]['value'];

/** What a new viewer gets: sharing that nobody remembers should end by itself. */
const FIRST_DAYS = 30;

/** The end of a viewer who is added now, ISO 8601. */
export function firstEnd(): string {
  return daysAhead(FIRST_DAYS);
}

/** The end that a choice makes, ISO 8601 or null for none; `present` stays when a date is to be picked. */
export function endOfChoice(choice: EndChoice, present: string | null): string | null {
  if (choice === 'never') return null;
  const days = END_CHOICES.find(({ value }) => value === choice)?.days ?? null;
  return days === null ? (present ?? firstEnd()) : daysAhead(days);
}

/** A moment as the browser's own field for date and time takes it, in the reader's zone. */
export function toLocalField(at: Date): string {
  const shifted = at.getTime() - at.getTimezoneOffset() * MINUTE_MS;
  return new Date(shifted).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
}

/** What such a field holds, ISO 8601; null while it is empty or half-typed. */
export function fromLocalField(text: string): string | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function daysAhead(days: number): string {
  const end = new Date();
  end.setDate(end.getDate() + days);
  end.setSeconds(0, 0);
  return end.toISOString();
}
