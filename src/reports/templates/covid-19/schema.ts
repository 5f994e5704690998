import { z } from 'zod';
import type { MessageKey } from '@/messages/translator';
import type { TemplateForm } from '../define-template';
import {
  choice,
  confidentiality,
  draftRemarks,
  draftText,
  freeText,
  pastDay,
  pastMoment,
  remarks,
  REQUIRED,
} from '../form-fields';
import { COVID19_CLASS } from './class';
import { IDENTITY_TYPES } from '../identity-document';
import {
  COLLECTIONS,
  REASONS,
  RESULTS,
  SPECIMENS,
  SYMPTOMS,
  TEST_TYPE_OPTIONS,
  TEST_TYPES,
} from './options';
import { unusualDetails } from './unusual-details';

/** The day the first case known to WHO fell ill was in December 2019: no earlier specimen was tested for it. */
const FIRST_POSSIBLE = Date.parse('2019-12-01T00:00:00Z');

/** As the document prints it; identity cards may carry letters of their own script. */
const identityNumber = freeText(30)
  .overwrite((text) => text.toUpperCase().replaceAll(/ +/g, ' '))
  .refine((text) => text === '' || /^[\p{L}\p{N}][\p{L}\p{N} ./-]{2,}$/u.test(text), {
    error: 'templates.covid19.identityNumberFormat' satisfies MessageKey,
  });

/** The complete form for a COVID-19 test. */
export const covid19Schema = z
  .object({
    date: pastDay,
    /** ISO 8601 with the offset of the place of collection. */
    collectedAt: pastMoment.refine((moment) => Date.parse(moment) >= FIRST_POSSIBLE, {
      error: 'templates.covid19.beforeFirstTest' satisfies MessageKey,
    }),
    testType: choice(TEST_TYPES),
    specimen: choice(SPECIMENS),
    collection: choice(COLLECTIONS),
    result: choice(RESULTS),
    reason: choice(REASONS),
    otherReason: freeText(200),
    symptoms: z
      .array(z.enum(SYMPTOMS))
      .min(1, { error: 'templates.covid19.chooseSymptoms' satisfies MessageKey }),
    otherSymptoms: freeText(500),
    // Forms older than these two fields have neither.
    identityType: choice(IDENTITY_TYPES).default(''),
    identityNumber: identityNumber.default(''),
    remarks,
    confidentiality: confidentiality(COVID19_CLASS),
    confirmedUnusual: z.boolean(),
  })
  .superRefine((form, context) => {
    for (const [field, message] of Object.entries(contradictions(form))) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  });

export type Covid19Form = z.infer<typeof covid19Schema>;

/** Rules between two fields: field → what is wrong with it. */
function contradictions(form: z.infer<typeof covid19Schema>): Record<string, MessageKey> {
  const problems: Record<string, MessageKey> = {};
  if (!TEST_TYPE_OPTIONS[form.testType].specimens.includes(form.specimen)) {
    problems['specimen'] = 'templates.covid19.specimenDoesNotFit';
  }
  if (form.identityType === '' && form.identityNumber !== '') {
    problems['identityType'] = 'templates.covid19.chooseDocument';
  }
  if (form.identityType !== '' && form.identityNumber === '') {
    problems['identityNumber'] = REQUIRED;
  }
  if (form.reason === 'other' && form.otherReason === '') problems['otherReason'] = REQUIRED;
  if (form.symptoms.includes('none') && (form.symptoms.length > 1 || form.otherSymptoms !== '')) {
    problems['symptoms'] = 'templates.covid19.noneBesideSymptoms';
  }
  if (new Set(form.symptoms).size !== form.symptoms.length) {
    problems['symptoms'] = 'templates.covid19.symptomTwice';
  }
  if (!form.confirmedUnusual && unusualDetails(form).length > 0) {
    problems['confirmedUnusual'] = 'templates.fields.confirmUnusual';
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
  confidentiality: draftText().default(COVID19_CLASS),
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
  confidentiality: COVID19_CLASS,
  confirmedUnusual: false,
};

/** The form for a COVID-19 test. */
export const covid19Form: TemplateForm<Covid19Form, Covid19Draft> = {
  title: 'templates.covid19.title',
  class: COVID19_CLASS,
  schema: covid19Schema,
  draftSchema: covid19DraftSchema,
  emptyForm: emptyCovid19,
  unusual: unusualDetails,
};
