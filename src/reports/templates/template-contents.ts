import type { z } from 'zod';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { bloodPressureContentSchema } from './blood-pressure/content';
import { covid19ContentSchema } from './covid-19/content';
import { hba1cContentSchema } from './hba1c/content';

/** Every kind of report, as its reader gets its test information: the schemas alone. */
export const TEMPLATE_CONTENTS = {
  BLOOD_PRESSURE: bloodPressureContentSchema,
  COVID_19: covid19ContentSchema,
  HBA1C: hba1cContentSchema,
} as const satisfies { [K in ReportTemplate]: z.ZodType<{ kind: K }> };

/** The test information of a kind of report. */
export type Findings<K extends ReportTemplate = ReportTemplate> = {
  [P in K]: z.infer<(typeof TEMPLATE_CONTENTS)[P]> & { kind: P };
}[K];
