import { z } from 'zod';
import type { ReportState } from '@/generated/prisma/enums';
import { guestReportSchema } from '@/sharing/guest/guest-report-schema';

/** What can be read: not what the patient rejected, and not what was withdrawn or declared wrong. */
export const READ_IN_EMERGENCY = [
  'FORWARDED',
  'APPROVED',
  'ANCHORING',
  'ANCHORED',
] as const satisfies readonly ReportState[];

/** One report as a doctor reads it in an emergency. */
export const emergencyReportSchema = guestReportSchema.extend({
  /** Null: the patient has not sealed it. */
  proof: guestReportSchema.shape.proof.nullable(),
});

export type EmergencyReport = z.infer<typeof emergencyReportSchema>;

/** All reports that an access opens. */
export const emergencyRecordAnswer = z.object({
  patientName: z.string(),
  birthDate: z.string(),
  /** Until when they can be read, ISO 8601. */
  endsAt: z.iso.datetime(),
  reports: z.array(
    z.object({
      reportId: z.uuid(),
      title: z.string(),
      /** The 16 characters printed on the PDF. */
      code: z.string(),
      sentAt: z.iso.datetime(),
      isSealed: z.boolean(),
    }),
  ),
});

export type EmergencyRecordAnswer = z.infer<typeof emergencyRecordAnswer>;
