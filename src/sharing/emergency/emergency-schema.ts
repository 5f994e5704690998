import { z } from 'zod';
import { isPartialDate } from '@/platform/time/partial-date';
import type { MessageKey } from '@/messages/translator';
import { isWholeText } from '@/platform/http/whole-text';
import { readPatientCode } from '@/sharing/requests/patient-code';

/** Why the patient cannot be asked. */
export const EMERGENCY_REASONS = [
  'unconscious',
  'confused',
  'life-threatening',
  'child-without-guardian',
  'other',
] as const;

export type EmergencyReason = (typeof EMERGENCY_REASONS)[number];

const words = z
  .string()
  .trim()
  .min(10, { error: 'sharing.requestSchema.reasonTooShort' satisfies MessageKey })
  .max(500, { error: 'sharing.requestSchema.reasonTooLong' satisfies MessageKey })
  .refine(isWholeText, { error: 'validation.lostCharacter' satisfies MessageKey });

const code = z
  .string()
  .trim()
  .max(40, { error: 'sharing.requestSchema.noCode' satisfies MessageKey })
  .transform((typed, context) => {
    const read = readPatientCode(typed);
    if (read !== null) return read;
    context.addIssue({
      code: 'custom',
      message: 'sharing.emergency.noCode' satisfies MessageKey,
    });
    return z.NEVER;
  });

/** Whom a doctor means: the code on the card, or the whole name with the birth date. */
const whoSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('CODE'), code }),
  z.object({
    by: z.literal('NAME'),
    name: z
      .string()
      .trim()
      .min(1, { error: 'validation.required' satisfies MessageKey })
      .max(120, { error: 'validation.atMostCharacters' satisfies MessageKey }),
    /** `YYYY-MM-DD`, or as much of it as is known. */
    birthDate: z.string().refine(isPartialDate, {
      error: 'accounts.registration.chooseDate' satisfies MessageKey,
    }),
  }),
]);

/** Whom a doctor means. */
export type NamedPatient = z.infer<typeof whoSchema>;

/** Why a doctor opens something: kept sealed. */
export const emergencyReasonSchema = z.object({
  reason: z.enum(EMERGENCY_REASONS, {
    error: 'sharing.emergency.chooseReason' satisfies MessageKey,
  }),
  words,
});

/** What a doctor states to open an emergency summary. */
export const openingInput = emergencyReasonSchema.extend({ who: whoSchema });

export type OpeningInput = z.infer<typeof openingInput>;

/** Why the summary is not enough. */
export const recordInput = emergencyReasonSchema;

/** An administrator's verdict about an access. */
export const reviewInput = z.object({
  verdict: z.enum(['JUSTIFIED', 'UNJUSTIFIED'], {
    error: 'sharing.emergency.chooseVerdict' satisfies MessageKey,
  }),
  words,
});

export type ReviewInput = z.infer<typeof reviewInput>;

/** The access that was made, or that is open already. */
export const accessAnswer = z.object({ accessId: z.uuid() });
