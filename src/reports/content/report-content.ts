import { z } from 'zod';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { bloodPressureContentSchema } from '../templates/blood-pressure/content';
import { covid19ContentSchema } from '../templates/covid-19/content';
import { hba1cContentSchema } from '../templates/hba1c/content';

const FINDINGS = {
  BLOOD_PRESSURE: bloodPressureContentSchema,
  COVID_19: covid19ContentSchema,
  HBA1C: hba1cContentSchema,
} as const satisfies { [K in ReportTemplate]: z.ZodType<{ kind: K }> };

/** What a report contains, for reading on a page: no more of the person than a reader needs. */
export const reportContentSchema = z.object({
  /** 16 characters, as printed. */
  code: z.string(),
  /** ISO 8601 with an offset, on the clock of the clinic. */
  issuedAt: z.iso.datetime({ offset: true }),
  patient: z.object({
    name: z.string(),
    birthDate: z.iso.date(),
    /** Passport or identity number, where the report carries one. */
    identity: z.object({ label: z.string(), number: z.string() }).nullable(),
  }),
  doctor: z.object({ name: z.string(), clinic: z.string() }),
  findings: z.union(Object.values(FINDINGS)),
  /** Empty when there are none. */
  remarks: z.string(),
});

/** What a report contains, for reading on a page. */
export type ReportContent = z.infer<typeof reportContentSchema>;

/** The test information of a kind of report. */
export type Findings<K extends ReportTemplate = ReportTemplate> = {
  [P in K]: z.infer<(typeof FINDINGS)[P]> & { kind: P };
}[K];
