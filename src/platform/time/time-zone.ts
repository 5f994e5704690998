import { z } from 'zod';

/** A person's own IANA time zone, in which we write times for them, e.g. `Asia/Nicosia`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'This is not a known time zone.' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
