import type { z } from 'zod';
import type { ReportTemplate } from '@/generated/prisma/client';
import {
  bloodPressureDraftSchema,
  bloodPressureSchema,
  emptyBloodPressure,
  unusualReadings,
  type BloodPressureForm,
} from './blood-pressure';
import {
  covid19DraftSchema,
  covid19Schema,
  emptyCovid19,
  unusualDetails,
  type Covid19Form,
} from './covid-19';
import { describeBloodPressure, describeCovid19, type Row } from './describe-form';

/** Each kind of report: its name, its form, and what is unusual in what is typed so far. */
export const TEMPLATES = {
  BLOOD_PRESSURE: {
    title: 'Blood pressure',
    schema: bloodPressureSchema,
    draftSchema: bloodPressureDraftSchema,
    emptyForm: emptyBloodPressure,
    unusual: unusualReadings,
  },
  COVID_19: {
    title: 'COVID-19 test',
    schema: covid19Schema,
    draftSchema: covid19DraftSchema,
    emptyForm: emptyCovid19,
    unusual: unusualDetails,
  },
} as const satisfies Record<ReportTemplate, object>;

/** A complete form together with the template that it fills. */
export type FilledForm =
  | { template: 'BLOOD_PRESSURE'; form: BloodPressureForm }
  | { template: 'COVID_19'; form: Covid19Form };

/** Checks a form against its template, as it must be when a report is rendered. */
export function completeForm(
  template: ReportTemplate,
  form: unknown,
): { success: true; filled: FilledForm } | { success: false; error: z.ZodError } {
  if (template === 'BLOOD_PRESSURE') {
    const result = bloodPressureSchema.safeParse(form);
    return result.success ? { success: true, filled: { template, form: result.data } } : result;
  }
  const result = covid19Schema.safeParse(form);
  return result.success ? { success: true, filled: { template, form: result.data } } : result;
}

/** The test information of a complete form as a person reads it, line by line, without the remarks. */
export function describeForm(filled: FilledForm): Row[] {
  return filled.template === 'BLOOD_PRESSURE'
    ? describeBloodPressure(filled.form)
    : describeCovid19(filled.form);
}
