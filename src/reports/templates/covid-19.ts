import { z } from 'zod';
import {
  COLLECTIONS,
  IDENTITY_TYPES,
  REASONS,
  RESULTS,
  SPECIMEN_OPTIONS,
  SPECIMENS,
  SYMPTOMS,
  TEST_TYPE_OPTIONS,
  TEST_TYPES,
} from './covid-19-options';
import {
  choice,
  draftRemarks,
  draftText,
  freeText,
  isUnusuallyOld,
  pastDay,
  pastMoment,
  remarks,
  REQUIRED,
} from './form-fields';
import type { MessageKey } from '@/messages/translator';

/** The day the first case known to WHO fell ill was in December 2019: no earlier specimen was tested for it. */
const FIRST_POSSIBLE = Date.parse('2019-12-01T00:00:00Z');

/** As the document prints it; identity cards may carry letters of their own script. */
const identityNumber = freeText(30)
  .overwrite((text) => text.toUpperCase().replaceAll(/ +/g, ' '))
  .refine((text) => text === '' || /^[\p{L}\p{N}][\p{L}\p{N} ./-]{2,}$/u.test(text), {
    error: 'reports.covid19.use3To30LettersDigits' satisfies MessageKey,
  });

/** The complete form for a COVID-19 test. */
export const covid19Schema = z
  .object({
    date: pastDay,
    /** ISO 8601 with the offset of the place of collection. */
    collectedAt: pastMoment.refine((moment) => Date.parse(moment) >= FIRST_POSSIBLE, {
      error: 'reports.covid19.nobodyCouldBeTestedForCovid' satisfies MessageKey,
    }),
    testType: choice(TEST_TYPES),
    specimen: choice(SPECIMENS),
    collection: choice(COLLECTIONS),
    result: choice(RESULTS),
    reason: choice(REASONS),
    otherReason: freeText(200),
    symptoms: z
      .array(z.enum(SYMPTOMS))
      .min(1, { error: 'reports.covid19.chooseSymptomsOrNoSymptoms' satisfies MessageKey }),
    otherSymptoms: freeText(500),
    // Forms older than these two fields have neither.
    identityType: choice(IDENTITY_TYPES).default(''),
    identityNumber: identityNumber.default(''),
    remarks,
    confirmedUnusual: z.boolean(),
  })
  .superRefine((form, context) => {
    for (const [field, message] of Object.entries(contradictions(form))) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  });

export type Covid19Form = z.infer<typeof covid19Schema>;

/** Rules between two fields: field → what is wrong with it. */
function contradictions(form: z.infer<typeof covid19Schema>): Record<string, string> {
  const problems: Record<string, string> = {};
  const { label, specimens } = TEST_TYPE_OPTIONS[form.testType];
  if (!specimens.includes(form.specimen)) {
    problems['specimen'] = `${SPECIMEN_OPTIONS[form.specimen].label} does not fit ${label}.`;
  }
  if (form.identityType === '' && form.identityNumber !== '') {
    problems['identityType'] = 'Choose which document this number is from.';
  }
  if (form.identityType !== '' && form.identityNumber === '') {
    problems['identityNumber'] = REQUIRED;
  }
  if (form.reason === 'other' && form.otherReason === '') problems['otherReason'] = REQUIRED;
  if (form.symptoms.includes('none') && (form.symptoms.length > 1 || form.otherSymptoms !== '')) {
    problems['symptoms'] = '“No symptoms” cannot stand beside symptoms.';
  }
  if (new Set(form.symptoms).size !== form.symptoms.length) {
    problems['symptoms'] = 'A symptom is named twice.';
  }
  if (!form.confirmedUnusual && unusualDetails(form).length > 0) {
    problems['confirmedUnusual'] = 'Please confirm that the unusual values are right.';
  }
  return problems;
}

/** The form as typed: any part of it may be missing or wrong. */
export const covid19DraftSchema = z.object({
  date: draftText(),
  collectedAt: draftText(),
  testType: draftText(),
  specimen: draftText(),
  collection: draftText(),
  result: draftText(),
  reason: draftText(),
  otherReason: draftText(400),
  symptoms: z.array(draftText()).max(40),
  otherSymptoms: draftText(1_000),
  identityType: draftText().default(''),
  identityNumber: draftText(100).default(''),
  remarks: draftRemarks,
  confirmedUnusual: z.boolean(),
});

export type Covid19Draft = z.infer<typeof covid19DraftSchema>;

export const emptyCovid19: Covid19Draft = {
  date: '',
  collectedAt: '',
  testType: '',
  specimen: '',
  collection: '',
  result: '',
  reason: '',
  otherReason: '',
  symptoms: [],
  otherSymptoms: '',
  identityType: '',
  identityNumber: '',
  remarks: '',
  confirmedUnusual: false,
};

/** Sentences about what is possible but unusual, for the doctor to confirm; of what is typed so far. */
export function unusualDetails(draft: Covid19Draft): string[] {
  const sentences: string[] = [];
  if (isUnusuallyOld(draft.date)) sentences.push('The examination is more than a week ago.');
  if (isUnusuallyOld(draft.collectedAt)) {
    sentences.push('The specimen was collected more than a week ago.');
  }
  if (draft.reason === 'symptoms' && draft.symptoms.includes('none')) {
    sentences.push('The reason for testing is symptoms, but there are none.');
  }
  return sentences;
}
