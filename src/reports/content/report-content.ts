import { z } from 'zod';
import { DATA_CLASSES } from '@/audit/policy/data-class';
import { isPartialDate } from '@/platform/time/partial-date';
import { TEMPLATE_CONTENTS } from '../templates/template-contents';

/** What a report contains, for reading on a page: no more of the person than a reader needs. */
export const reportContentSchema = z.object({
  /** 16 characters, as printed. */
  code: z.string(),
  /** ISO 8601 with an offset, on the clock of the clinic. */
  issuedAt: z.iso.datetime({ offset: true }),
  patient: z.object({
    name: z.string(),
    /** In Latin letters; null where the report states one spelling. */
    printedName: z.string().nullable(),
    /** As far as it is known, `YYYY-MM-DD` to `YYYY`. */
    birthDate: z.string().refine(isPartialDate),
    /** Passport or identity number, where the report carries one. */
    identity: z.object({ label: z.string(), number: z.string() }).nullable(),
  }),
  doctor: z.object({
    name: z.string(),
    printedName: z.string().nullable(),
    clinic: z.string(),
  }),
  confidentiality: z.enum(DATA_CLASSES),
  findings: z.union(Object.values(TEMPLATE_CONTENTS)),
  /** Empty when there are none. */
  remarks: z.string(),
});

/** What a report contains, for reading on a page. */
export type ReportContent = z.infer<typeof reportContentSchema>;
