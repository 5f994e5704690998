import { z } from 'zod';
import { ReportState } from '@/generated/prisma/enums';

/** The query of the dashboard's address; invalid parts of it are ignored. */
export const doctorReportsQuery = z.object({
  state: z.enum(ReportState).exclude(['DISCARDED']).nullable().catch(null),
  patient: z.uuid().nullable().catch(null),
  /** Where the page begins, see platform/database/keyset.ts. */
  page: z.string().max(120).nullable().catch(null),
});

export type DoctorReportsQuery = z.infer<typeof doctorReportsQuery>;
