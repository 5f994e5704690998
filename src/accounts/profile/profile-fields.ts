import { z } from 'zod';
import { birthDateSchema } from '@/accounts/people/birth-date';
import {
  hasPrintableSpelling,
  namePartSchema,
  personNameSchema,
  PRINTED_NAME_RULE,
  printedNameSchema,
} from '@/accounts/people/person-name';
import type { MessageKey } from '@/messages/translator';

/** Who a person is, as they or an administrator correct it. */
export const profileInput = z
  .object({
    name: personNameSchema,
    printedName: printedNameSchema,
    givenNames: namePartSchema,
    familyName: namePartSchema,
    /** Of patients alone. */
    birthDate: birthDateSchema.optional(),
  })
  .refine(hasPrintableSpelling, PRINTED_NAME_RULE);

/** Why it is to be corrected. */
export const reasonSchema = z
  .string()
  .trim()
  .min(3, { error: 'accounts.profile.reasonMissing' satisfies MessageKey })
  .max(500, { error: 'validation.atMostCharacters' satisfies MessageKey });

/** What is kept of a person: the same, with null for what was not stated. */
export const profileFieldsSchema = z.object({
  name: z.string(),
  printedName: z.string().nullable(),
  givenNames: z.string().nullable(),
  familyName: z.string().nullable(),
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null for everyone except patients. */
  birthDate: z.string().nullable(),
});

export type ProfileFields = z.infer<typeof profileFieldsSchema>;

/** In the order in which a page names them. */
export const PROFILE_FIELDS = Object.keys(profileFieldsSchema.shape) as (keyof ProfileFields)[];

/** Whether nothing of a person differs. */
export function isSameProfile(one: ProfileFields, other: ProfileFields): boolean {
  return PROFILE_FIELDS.every((field) => one[field] === other[field]);
}

/** What was typed, as it is kept. */
export function toProfileFields(input: z.infer<typeof profileInput>): ProfileFields {
  return {
    name: input.name,
    printedName: input.printedName ?? null,
    givenNames: input.givenNames ?? null,
    familyName: input.familyName ?? null,
    birthDate: input.birthDate ?? null,
  };
}
