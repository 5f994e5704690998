import { z } from 'zod';
import { BloodGroup, Gender } from '@/generated/prisma/enums';
import { shownSummarySchema } from '@/records/emergency/summary-schema';

/** What a doctor reads of a patient in an emergency. */
export const emergencySummaryAnswer = z.object({
  name: z.string(),
  birthDate: z.string(),
  gender: z.enum(Gender),
  bloodGroup: z.enum(BloodGroup),
  /** Null: the patient has saved none. */
  summary: shownSummarySchema.nullable(),
  /** When the patient last saved it, ISO 8601. */
  savedAt: z.iso.datetime().nullable(),
  /** Until when it can be read, ISO 8601. */
  endsAt: z.iso.datetime(),
});

export type EmergencySummaryAnswer = z.infer<typeof emergencySummaryAnswer>;
