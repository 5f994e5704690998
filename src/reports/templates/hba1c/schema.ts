import { z } from 'zod';
import type { TemplateForm } from '../define-template';
import {
  choice,
  confidentiality,
  draftNumber,
  draftRemarks,
  draftText,
  freeText,
  pastDay,
  pastMoment,
  remarks,
  REQUIRED,
} from '../form-fields';
import { HBA1C_CLASS } from './class';
import { BOUNDS, readValue } from './read-value';
import { SPECIMENS } from './specimens';
import { UNITS } from './units';
import { unusualOf, unusualValues } from './unusual-values';

/** The result and the target as typed in one unit; read into mmol/mol. */
const values = z
  .object({
    unit: choice(UNITS),
    result: z.unknown(),
    /** Agreed with the patient; may stay empty. */
    target: z.unknown(),
  })
  .transform(({ unit, ...typed }, context) => {
    const result = readValue(typed.result, unit);
    const target = readValue(typed.target, unit);
    const refuse = (field: 'result' | 'target', message: string) => {
      context.addIssue({ code: 'custom', path: [field], message, params: BOUNDS });
    };
    if ('blank' in result) refuse('result', REQUIRED);
    if ('fault' in result) refuse('result', result.fault);
    if ('fault' in target) refuse('target', target.fault);
    return 'ifcc' in result
      ? { result: result.ifcc, target: 'ifcc' in target ? target.ifcc : null }
      : z.NEVER;
  });

/** The complete form for HbA1c; its values are in mmol/mol. */
export const hba1cSchema = z
  .object({
    date: pastDay,
    /** ISO 8601 with the offset of the place of collection. */
    collectedAt: pastMoment,
    specimen: choice(SPECIMENS),
    values,
    treatment: freeText(500),
    remarks,
    confidentiality: confidentiality(HBA1C_CLASS),
    confirmedUnusual: z.boolean(),
  })
  .refine((form) => form.confirmedUnusual || unusualOf(form, form.values.result).length === 0, {
    path: ['confirmedUnusual'],
    error: 'templates.fields.confirmUnusual',
  });

export type Hba1cForm = z.infer<typeof hba1cSchema>;

/** The form as typed: any part of it may be missing or wrong. */
export const hba1cDraftSchema = z.object({
  date: draftText(),
  collectedAt: draftText(),
  specimen: draftText(),
  // A form that was sent has its values in mmol/mol and names no unit: a correction begins with it.
  values: z.object({
    unit: draftText().default('mmol/mol'),
    result: draftNumber,
    target: draftNumber,
  }),
  treatment: draftText(1_000),
  remarks: draftRemarks,
  confidentiality: draftText().default(HBA1C_CLASS),
  confirmedUnusual: z.boolean(),
});

export type Hba1cDraft = z.infer<typeof hba1cDraftSchema>;

export const emptyHba1c: Hba1cDraft = {
  date: '',
  collectedAt: '',
  specimen: '',
  values: { unit: 'mmol/mol', result: '', target: '' },
  treatment: '',
  remarks: '',
  confidentiality: HBA1C_CLASS,
  confirmedUnusual: false,
};

/** The form for HbA1c. */
export const hba1cForm: TemplateForm<Hba1cForm, Hba1cDraft> = {
  title: 'templates.hba1c.title',
  class: HBA1C_CLASS,
  schema: hba1cSchema,
  draftSchema: hba1cDraftSchema,
  emptyForm: emptyHba1c,
  unusual: unusualValues,
};
