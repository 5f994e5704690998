import { z } from 'zod';
import {
  draftNumber,
  draftRemarks,
  draftText,
  freeText,
  optionalWholeNumber,
  pastDay,
  remarks,
  wholeNumber,
} from '../form-fields';
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
  confirmedUnusual: z.boolean(),
});

export type BloodPressureDraft = z.infer<typeof bloodPressureDraftSchema>;

const emptyMeasurement = { systolic: '', diastolic: '', pulse: '' };

export const emptyBloodPressure: BloodPressureDraft = {
  date: '',
  measurements: { a: emptyMeasurement, b: emptyMeasurement, c: emptyMeasurement },
  medication: '',
  remarks: '',
  confirmedUnusual: false,
};

/** The form for blood pressure. */
export const bloodPressureForm: TemplateForm<BloodPressureForm, BloodPressureDraft> = {
  title: 'templates.bloodPressure.title',
  schema: bloodPressureSchema,
  draftSchema: bloodPressureDraftSchema,
  emptyForm: emptyBloodPressure,
  unusual: unusualReadings,
};
