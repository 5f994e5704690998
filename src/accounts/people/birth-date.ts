import { z } from 'zod';
import type { PatientProfile } from '@/generated/prisma/client';
import type { BirthPrecision } from '@/generated/prisma/enums';
import type { MessageKey } from '@/messages/translator';
import { firstDayOf, isFuture, isPartialDate } from '@/platform/time/partial-date';

/** The oldest living people are younger. */
const MAX_AGE_YEARS = 125;

/** How many characters of `YYYY-MM-DD` are known. */
const LENGTHS: Record<BirthPrecision, number> = { DAY: 10, MONTH: 7, YEAR: 4 };

/** A birth date as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export const birthDateSchema = z
  .string()
  .refine(isPartialDate, { error: 'accounts.registration.chooseDate' satisfies MessageKey })
  .refine((date) => !isFuture(date) && ageYears(date) <= MAX_AGE_YEARS, {
    error: 'accounts.registration.birthDate' satisfies MessageKey,
  });

/** At most one year more than the age: the day is not compared. */
function ageYears(date: string): number {
  return new Date().getUTCFullYear() - Number(date.slice(0, 4));
}

/** The columns that hold a birth date: always written together. */
export function birthColumns(date: string): { birthDate: Date; birthPrecision: BirthPrecision } {
  const precision = { 10: 'DAY', 7: 'MONTH', 4: 'YEAR' } as const;
  const birthPrecision = precision[date.length as keyof typeof precision];
  return { birthDate: new Date(firstDayOf(date)), birthPrecision };
}

/** A birth date as far as it is known, of its columns. */
export function birthDateOf(profile: Pick<PatientProfile, 'birthDate' | 'birthPrecision'>): string {
  return profile.birthDate.toISOString().slice(0, LENGTHS[profile.birthPrecision]);
}
