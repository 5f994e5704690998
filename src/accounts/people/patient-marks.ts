import { z } from 'zod';
import { patientSnapshotSchema } from './snapshots';

/** What distinguishes two patients of one name. */
export const patientMarksSchema = z.object({
  /** At least six digits, e.g. `000123`; patients see their own in their portal. */
  number: z.string(),
  maskedEmail: z.string(),
  /** When this doctor last sent them a report, ISO 8601; null when never. */
  lastReportAt: z.iso.datetime().nullable(),
  /** Another active patient has this name, however spelled, and was born in the same year. */
  hasNamesake: z.boolean(),
});

export type PatientMarks = z.infer<typeof patientMarksSchema>;

/** A patient as the list to pick from shows them: no more than it takes to pick the right one. */
export const patientCandidateSchema = patientMarksSchema.extend({
  accountId: z.uuid(),
  name: z.string(),
  birthYear: z.int(),
});

export type PatientCandidate = z.infer<typeof patientCandidateSchema>;

/** A patient whom a doctor has picked: what a report will state about them, and what distinguishes them. */
export const pickedPatientSchema = patientSnapshotSchema.extend(patientMarksSchema.shape);

export type PickedPatient = z.infer<typeof pickedPatientSchema>;

/** A patient number as it is printed. */
export function formatPatientNumber(number: number): string {
  return String(number).padStart(6, '0');
}
