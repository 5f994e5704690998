import { z } from 'zod';
import {
  draftNumber,
  draftRemarks,
  draftText,
  freeText,
  isUnusuallyOld,
  optionalWholeNumber,
  pastDay,
  remarks,
  wholeNumber,
  type Limits,
} from '../form-fields';
import type { TemplateForm } from '../define-template';
import { unusualReading } from './unusual-reading';
import type { MessageKey, Sentence } from '@/messages/translator';

const TOO_LOW = 'templates.bloodPressure.tooLow';
const TOO_HIGH = 'templates.bloodPressure.tooHigh';

/**
 * Limits of the possible, in mmHg and beats a minute. A cuff reads no further: IEC 80601-2-30 lets an
 * automated sphygmomanometer inflate to 300 mmHg at most, and its lowest ranges start at 40 mmHg systolic
 * and 20 mmHg diastolic.
 */
const POSSIBLE = {
  systolic: { min: 40, max: 300, tooLow: TOO_LOW, tooHigh: TOO_HIGH },
  diastolic: { min: 20, max: 300, tooLow: TOO_LOW, tooHigh: TOO_HIGH },
  pulse: {
    min: 20,
    max: 300,
    tooLow: 'templates.bloodPressure.pulseTooLow',
    tooHigh: 'templates.bloodPressure.pulseTooHigh',
  },
} as const satisfies Record<string, Limits>;

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

/** The readings of a form in which they are complete and possible; null while they are not. */
export function completeReadings(draft: {
  measurements: unknown;
}): BloodPressureForm['measurements'] | null {
  return measurements.safeParse(draft.measurements).data ?? null;
}

/** Sentences about what is possible but unusual, for the doctor to confirm; of what is typed so far. */
export function unusualReadings(draft: { date: string; measurements: unknown }): Sentence[] {
  const sentences: Sentence[] = [];
  if (isUnusuallyOld(draft.date)) sentences.push((t) => t('templates.fields.oldExamination'));
  const typed = z.record(z.string(), z.unknown()).safeParse(draft.measurements).data ?? {};
  for (const letter of ['a', 'b', 'c'] as const) {
    const reading = measurement.safeParse(typed[letter]);
    if (reading.success) sentences.push(...unusualReading(letter.toUpperCase(), reading.data));
  }
  return sentences;
}

/** The form for blood pressure, for the browser and the server. */
export const bloodPressureForm: TemplateForm<BloodPressureForm, BloodPressureDraft> = {
  title: 'templates.bloodPressure.title',
  schema: bloodPressureSchema,
  draftSchema: bloodPressureDraftSchema,
  emptyForm: emptyBloodPressure,
  unusual: unusualReadings,
};
