import { z } from 'zod';
import { firstUnprintable } from '@/platform/printing/printable';
import type { MessageKey } from '@/messages/translator';
import { nameCharacters, tidyName } from '@/accounts/people/person-name';

/** The name of a doctor's clinic, as documents print it. */
export const clinicSchema = z
  .string()
  .transform(tidyName)
  .pipe(
    nameCharacters
      .min(2, { error: 'accounts.registration.nameTooShort' satisfies MessageKey })
      .refine((name) => firstUnprintable(name) === undefined, {
        error: 'accounts.registration.notPrintable' satisfies MessageKey,
      }),
  );

/** A doctor's licence number, as documents print it. */
export const licenceNumberSchema = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(
    z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} ./-]{2,39}$/u, {
        error: 'accounts.registration.licenceNumber' satisfies MessageKey,
      })
      .refine((text) => firstUnprintable(text) === undefined, {
        error: 'accounts.registration.notPrintable' satisfies MessageKey,
      }),
  );

/** Whether documents can print where a doctor works and is licensed: what was registered earlier may not be. */
export function isPrintableWorkplace(doctor: { clinic: string; licenceNumber: string }): boolean {
  return firstUnprintable(`${doctor.clinic} ${doctor.licenceNumber}`) === undefined;
}
