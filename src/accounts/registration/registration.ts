import { z } from 'zod';
import { BloodGroup, Gender } from '@/generated/prisma/enums';
import { isWholeText, LOST_CHARACTER } from '@/platform/http/whole-text';
import { emailSchema } from '@/accounts/email/email-schema';
import type { MessageKey } from '@/messages/translator';

/** No control characters, which could forge a line of a mail or a PDF. */
const nameCharacters = z
  .string()
  .max(120, { error: 'validation.atMostCharacters' satisfies MessageKey })
  .refine(isWholeText, { error: LOST_CHARACTER })
  .regex(/^[^\p{Cc}\p{Cf}<>]*$/u, {
    error: 'accounts.registration.nameCharacter' satisfies MessageKey,
  })
  // Names stand in mails to strangers, whose mail programs turn these into links.
  .refine((name) => !/:\/\/|www\.|@/i.test(name), {
    error: 'accounts.registration.nameIsAddress' satisfies MessageKey,
  });

/** A name as people write it. */
const nameSchema = z
  .string()
  .transform(tidyName)
  .pipe(
    nameCharacters.min(2, { error: 'accounts.registration.nameTooShort' satisfies MessageKey }),
  );

/** A part of the name, null where it is not stated. */
const namePartSchema = z
  .string()
  .transform(tidyName)
  .pipe(nameCharacters)
  .transform((part) => (part === '' ? null : part))
  .optional();

function tidyName(name: string): string {
  return name.trim().normalize('NFC').replaceAll(/\s+/g, ' ');
}

/** The oldest living people are younger. */
const MAX_AGE_YEARS = 125;

const birthDateSchema = z.iso
  .date({ error: 'accounts.registration.chooseDate' satisfies MessageKey })
  .refine(
    (day) => {
      const today = new Date();
      const born = new Date(day);
      return born <= today && today.getUTCFullYear() - born.getUTCFullYear() <= MAX_AGE_YEARS;
    },
    { error: 'accounts.registration.birthDate' satisfies MessageKey },
  );

const account = {
  name: nameSchema,
  givenNames: namePartSchema,
  familyName: namePartSchema,
  email: emailSchema,
};

/** What a patient registers with, besides the password. */
export const patientRegistrationSchema = z.object({
  ...account,
  birthDate: birthDateSchema,
  gender: z.enum(Gender, { error: 'accounts.registration.chooseOne' satisfies MessageKey }),
  bloodGroup: z.enum(BloodGroup, { error: 'accounts.registration.chooseOne' satisfies MessageKey }),
});

/** What a doctor registers with, besides the password. */
export const doctorRegistrationSchema = z.object({
  ...account,
  licenceNumber: z
    .string()
    .transform((text) => text.trim().toUpperCase())
    .pipe(
      z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ./-]{2,39}$/u, {
        error: 'accounts.registration.licenceNumber' satisfies MessageKey,
      }),
    ),
  clinic: nameSchema,
});

export type PatientRegistration = z.infer<typeof patientRegistrationSchema>;
export type DoctorRegistration = z.infer<typeof doctorRegistrationSchema>;
