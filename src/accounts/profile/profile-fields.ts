import { z } from 'zod';
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

const ownInput = z.object({
  name: personNameSchema,
  printedName: printedNameSchema,
  givenNames: namePartSchema,
  familyName: namePartSchema,
  /** Of patients alone. */
  birthDate: birthDateSchema.optional(),
});

/** Who a person is, as they correct it themselves. */
export const profileInput = ownInput.refine(hasPrintableSpelling, PRINTED_NAME_RULE);

/** Why it is to be corrected. */
export const reasonSchema = z
  .string()
  .trim()
  .min(3, { error: 'accounts.profile.reasonMissing' satisfies MessageKey })
  .max(500, { error: 'validation.atMostCharacters' satisfies MessageKey });

/** The same, as an administrator is asked to correct it, or does; with a doctor's clinic and licence. */
export const correctionInput = ownInput
  .extend({
    clinic: clinicSchema.optional(),
    licenceNumber: licenceNumberSchema.optional(),
    reason: reasonSchema,
  })
  .refine(hasPrintableSpelling, PRINTED_NAME_RULE);

/** What is kept of a person: the same, with null for what was not stated. */
export const profileFieldsSchema = z.object({
  name: z.string(),
  printedName: z.string().nullable(),
  givenNames: z.string().nullable(),
  familyName: z.string().nullable(),
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null for everyone except patients. */
  birthDate: z.string().nullable(),
  /** Null for everyone except doctors, and in what older versions kept. */
  clinic: z.string().nullable().default(null),
  licenceNumber: z.string().nullable().default(null),
});

export type ProfileFields = z.infer<typeof profileFieldsSchema>;

/** In the order in which a page names them. */
export const PROFILE_FIELDS = Object.keys(profileFieldsSchema.shape) as (keyof ProfileFields)[];

/** Whether nothing of a person differs. */
export function isSameProfile(one: ProfileFields, other: ProfileFields): boolean {
  return PROFILE_FIELDS.every((field) => one[field] === other[field]);
}

/**
 * What is wanted of a person, with the clinic and licence that a doctor keeps where none is stated, as in the requests
 * of older versions. Others have none.
 * @param present the present ones; null for everyone except doctors
 */
export function withWorkplace(
  wanted: ProfileFields,
  present: Pick<ProfileFields, 'clinic' | 'licenceNumber'> | null,
): ProfileFields {
  // Somebody without a clinic gets none by asking for one.
  const clinic = present?.clinic == null ? null : (wanted.clinic ?? present.clinic);
  const licenceNumber =
    present?.licenceNumber == null ? null : (wanted.licenceNumber ?? present.licenceNumber);
  return { ...wanted, clinic, licenceNumber };
}

/** What was typed, as it is kept. */
export function toProfileFields(
  input: z.infer<typeof profileInput> & {
    clinic?: string | undefined;
    licenceNumber?: string | undefined;
  },
): ProfileFields {
  return {
    name: input.name,
    printedName: input.printedName ?? null,
    givenNames: input.givenNames ?? null,
    familyName: input.familyName ?? null,
    birthDate: input.birthDate ?? null,
    clinic: input.clinic ?? null,
    licenceNumber: input.licenceNumber ?? null,
  };
}
