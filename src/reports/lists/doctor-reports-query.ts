import { z } from 'zod';
import { ReportState } from '@/generated/prisma/enums';
import { NO_PATIENT } from '@/reports/counts/counted-place';

/** In the address, the drafts in which no patient was picked yet. */
const NONE = 'none';

/** The query of the dashboard's address; invalid parts of it are ignored. */
export const doctorReportsQuery = z.object({
  state: z.enum(ReportState).exclude(['DISCARDED']).nullable().catch(null),
  /** Account id, or NO_PATIENT; null for all. */
  patient: z
    .union([z.uuid(), z.literal(NONE).transform(() => NO_PATIENT)])
    .nullable()
    .catch(null),
  /** Where the page begins, see platform/database/keyset.ts. */
  page: z.string().max(120).nullable().catch(null),
});

export type DoctorReportsQuery = z.infer<typeof doctorReportsQuery>;

/** The address of the dashboard for one patient, or for drafts without one, with the same filter by state. */
export function doctorReportsHref(patientId: string | null, state: ReportState | null): string {
  const query = new URLSearchParams({
    patient: patientId ?? NONE,
    ...(state !== null && { state }),
  });
  return `/doctor?${query}`;
}
