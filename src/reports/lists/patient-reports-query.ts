import { z } from 'zod';

/** The query of the dashboard's address; invalid parts of it are ignored. */
export const patientReportsQuery = z.object({
  /** Page of the anchored reports. */
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type PatientReportsQuery = z.infer<typeof patientReportsQuery>;
