import { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import { Prisma, ReportState } from '@/generated/prisma/client';
import { SHOWN_STATE } from '@/reports/retraction/find-ends';

/** The query of the dashboard's address; invalid parts of it are ignored. */
export const doctorReportsQuery = z.object({
  state: z.enum(ReportState).exclude(['DISCARDED']).nullable().catch(null),
  patient: z.uuid().nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type DoctorReportsQuery = z.infer<typeof doctorReportsQuery>;

/** The reports of a doctor that match a query, as an SQL condition on Report. */
export function doctorReportsCondition(actor: Actor, query: DoctorReportsQuery): Prisma.Sql {
  const parts = [Prisma.sql`doctorId = ${actor.accountId}`, Prisma.sql`state <> 'DISCARDED'`];
  if (query.state !== null) parts.push(Prisma.sql`${SHOWN_STATE} = ${query.state}`);
  if (query.patient !== null) parts.push(Prisma.sql`patientId = ${query.patient}`);
  return Prisma.join(parts, ' AND ');
}
