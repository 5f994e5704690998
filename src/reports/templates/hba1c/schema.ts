import { z } from 'zod';
import { snomed, type Coding } from '../../fhir/coding';
import type { Sentence } from '@/messages/translator';
import type { TemplateForm } from '../define-template';
import {
  choice,
  draftNumber,
  draftRemarks,
  draftText,
  freeText,
  isUnusuallyOld,
  pastDay,
  pastMoment,
  remarks,
  REQUIRED,
} from '../form-fields';
import { BOUNDS, readValue } from './read-value';
import { ngspOf, UNITS } from './units';

export const SPECIMENS = ['venous-blood', 'capillary-blood'] as const;
export type Specimen = (typeof SPECIMENS)[number];

/** What a specimen is, SNOMED CT. */
export const SPECIMEN_CODINGS: Record<Specimen, Coding> = {
  'venous-blood': snomed('122555007', 'Venous blood specimen'),
  'capillary-blood': snomed('122554006', 'Capillary blood specimen'),
};

/** mmol/mol outside which (4 % and 15 %) the NIDDK advises to think of a haemoglobin variant. */
const USUAL = { min: 20, max: 140 };

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
  values: z.object({ unit: draftText(), result: draftNumber, target: draftNumber }),
  treatment: draftText(1_000),
  remarks: draftRemarks,
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
  confirmedUnusual: false,
};

/** The values in mmol/mol once they are complete and possible; null while they are not. */
export function completeValues(typed: unknown): Hba1cForm['values'] | null {
  return values.safeParse(typed).data ?? null;
}

/** Sentences about what is possible but unusual, for the doctor to confirm; of what is typed so far. */
export function unusualValues(draft: Hba1cDraft): Sentence[] {
  return unusualOf(draft, completeValues(draft.values)?.result ?? null);
}

function unusualOf(
  { date, collectedAt }: { date: string; collectedAt: string },
  ifcc: number | null,
): Sentence[] {
  const sentences: Sentence[] = [];
  if (isUnusuallyOld(date)) sentences.push((t) => t('templates.fields.oldExamination'));
  if (isUnusuallyOld(collectedAt)) sentences.push((t) => t('templates.fields.oldSpecimen'));
  if (ifcc !== null && (ifcc < USUAL.min || ifcc > USUAL.max)) {
    sentences.push((t) => t('templates.hba1c.rare', { ifcc, ngsp: ngspOf(ifcc) }));
  }
  return sentences;
}

/** The form for HbA1c, for the browser and the server. */
export const hba1cForm: TemplateForm<Hba1cForm, Hba1cDraft> = {
  title: 'templates.hba1c.title',
  schema: hba1cSchema,
  draftSchema: hba1cDraftSchema,
  emptyForm: emptyHba1c,
  unusual: unusualValues,
};
