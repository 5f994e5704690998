import { z } from 'zod';
import { BloodGroup, Gender } from '@/generated/prisma/enums';
import { isPartialDate } from '@/platform/time/partial-date';

/** Null where the person has not stated them, and in snapshots older than these fields. */
const nameParts = {
  /** In Latin letters, for documents. */
  printedName: z.string().nullable().default(null),
  givenNames: z.string().nullable().default(null),
  familyName: z.string().nullable().default(null),
};

/** A patient as a report names them, at the moment when it was written. */
export const patientSnapshotSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  ...nameParts,
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as far as it is known; in no zone. */
  birthDate: z.string().refine(isPartialDate),
  gender: z.enum(Gender),
  bloodGroup: z.enum(BloodGroup),
  email: z.string(),
});

export type PatientSnapshot = z.infer<typeof patientSnapshotSchema>;

/** A doctor as a report names them, at the moment when it was written. */
export const doctorSnapshotSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  ...nameParts,
  licenceNumber: z.string(),
  clinic: z.string(),
  email: z.string(),
});

export type DoctorSnapshot = z.infer<typeof doctorSnapshotSchema>;
