import { z } from 'zod';
import { BloodGroup, Gender } from '@/generated/prisma/enums';
import { emailSchema } from '@/accounts/email/email-schema';
import { birthDateSchema } from '@/accounts/people/birth-date';
import {
  hasPrintableSpelling,
  namePartSchema,
  personNameSchema,
  PRINTED_NAME_RULE,
  printedNameSchema,
} from '@/accounts/people/person-name';
import { clinicSchema, licenceNumberSchema } from '@/accounts/doctors/workplace';
import type { MessageKey } from '@/messages/translator';

const account = {
  name: personNameSchema,
  printedName: printedNameSchema,
  givenNames: namePartSchema,
  familyName: namePartSchema,
  email: emailSchema,
};

/** What a patient registers with, besides the password. */
export const patientRegistrationSchema = z
  .object({
    ...account,
    birthDate: birthDateSchema,
    gender: z.enum(Gender, { error: 'accounts.registration.chooseOne' satisfies MessageKey }),
    bloodGroup: z.enum(BloodGroup, {
      error: 'accounts.registration.chooseOne' satisfies MessageKey,
    }),
  })
  .refine(hasPrintableSpelling, PRINTED_NAME_RULE);

/** What a doctor registers with, besides the password. Documents print all of it but the name as it is. */
export const doctorRegistrationSchema = z
  .object({
    ...account,
    licenceNumber: licenceNumberSchema,
    clinic: clinicSchema,
  })
  .refine(hasPrintableSpelling, PRINTED_NAME_RULE);

export type PatientRegistration = z.infer<typeof patientRegistrationSchema>;
export type DoctorRegistration = z.infer<typeof doctorRegistrationSchema>;
