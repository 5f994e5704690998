import { z } from 'zod';

/** The query of the dashboard's address; invalid parts of it are ignored. */
export const patientReportsQuery = z.object({
  /** Where the page of anchored reports begins, see platform/database/keyset.ts. */
  page: z.string().max(120).nullable().catch(null),
});

export type PatientReportsQuery = z.infer<typeof patientReportsQuery>;
