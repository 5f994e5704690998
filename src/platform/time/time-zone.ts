import { z } from 'zod';
import type { MessageKey } from '@/messages/translator';

/** A person's own IANA time zone, in which we write times for them, e.g. `Asia/Nicosia`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'platform.timeZone.unknown' satisfies MessageKey });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
