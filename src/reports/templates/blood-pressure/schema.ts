import { z } from 'zod';
import {
  confidentiality,
  draftNumber,
  draftRemarks,
  draftText,
  freeText,
  optionalWholeNumber,
  pastDay,
  remarks,
  wholeNumber,
} from '../form-fields';
import { BLOOD_PRESSURE_CLASS } from './class';
import type { TemplateForm } from '../define-template';
import { POSSIBLE } from './complete-readings';
import { unusualReadings } from './unusual-readings';
import type { MessageKey } from '@/messages/translator';

const measurement = z
  .object({
    systolic: wholeNumber(POSSIBLE.systolic),
    diastolic: wholeNumber(POSSIBLE.diastolic),
    pulse: optionalWholeNumber(POSSIBLE.pulse),
  })
  .refine(({ systolic, diastolic }) => systolic > diastolic, {
    path: ['diastolic'],
    error: 'templates.bloodPressure.diastolicNotBelowSystolic' satisfies MessageKey,
  });

const measurements = z.object({ a: measurement, b: measurement, c: measurement });

/** The complete form for blood pressure. */
export const bloodPressureSchema = z
  .object({
    date: pastDay,
    measurements,
    medication: freeText(500),
    remarks,
    confidentiality: confidentiality(BLOOD_PRESSURE_CLASS),
    confirmedUnusual: z.boolean(),
  })
  .refine((form) => form.confirmedUnusual || unusualReadings(form).length === 0, {
    path: ['confirmedUnusual'],
    error: 'templates.fields.confirmUnusual' satisfies MessageKey,
  });

export type BloodPressureForm = z.infer<typeof bloodPressureSchema>;

const draftMeasurement = z.object({
  systolic: draftNumber,
  diastolic: draftNumber,
  pulse: draftNumber,
});

/** The form as typed: any part of it may be missing or wrong. */
export const bloodPressureDraftSchema = z.object({
  date: draftText(),
  measurements: z.object({ a: draftMeasurement, b: draftMeasurement, c: draftMeasurement }),
  medication: draftText(1_000),
  remarks: draftRemarks,
  confidentiality: draftText().default(BLOOD_PRESSURE_CLASS),
  confirmedUnusual: z.boolean(),
});

export type BloodPressureDraft = z.infer<typeof bloodPressureDraftSchema>;

const emptyMeasurement = { systolic: '', diastolic: '', pulse: '' };

export const emptyBloodPressure: BloodPressureDraft = {
  date: '',
  measurements: { a: emptyMeasurement, b: emptyMeasurement, c: emptyMeasurement },
  medication: '',
  remarks: '',
  confidentiality: BLOOD_PRESSURE_CLASS,
  confirmedUnusual: false,
};

/** The form for blood pressure. */
export const bloodPressureForm: TemplateForm<BloodPressureForm, BloodPressureDraft> = {
  title: 'templates.bloodPressure.title',
  class: BLOOD_PRESSURE_CLASS,
  schema: bloodPressureSchema,
  draftSchema: bloodPressureDraftSchema,
  emptyForm: emptyBloodPressure,
  unusual: unusualReadings,
};
