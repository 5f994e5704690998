import type { ReportTemplate } from '@/generated/prisma/enums';
import {
  bloodPressureDraftSchema,
  type BloodPressureDraft,
} from '@/reports/templates/blood-pressure';
import { covid19DraftSchema, type Covid19Draft } from '@/reports/templates/covid-19';

/** A form as it was typed so far, together with its template. */
export type FormAsTyped =
  | { template: 'BLOOD_PRESSURE'; form: BloodPressureDraft }
  | { template: 'COVID_19'; form: Covid19Draft };

/** A draft's form as it was saved. */
export function readDraftForm(template: ReportTemplate, form: unknown): FormAsTyped {
  return template === 'BLOOD_PRESSURE'
    ? { template, form: bloodPressureDraftSchema.parse(form) }
    : { template, form: covid19DraftSchema.parse(form) };
}
