import { z } from 'zod';

/** What the dashboard's address can ask for; anything unreadable in it is left out. */
export const patientReportsQuery = z.object({
  /** Page of the anchored reports. */
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type PatientReportsQuery = z.infer<typeof patientReportsQuery>;
