import type { z } from 'zod';
import type { ReportTemplate } from '@/generated/prisma/enums';
import type { Translate } from '@/messages/translator';
import { bloodPressure } from './blood-pressure';
import { covid19 } from './covid-19';
import type { Template } from './define-template';
import { hba1c } from './hba1c';
import type { Row } from '@/reports/frame/row';

const DEFINED = { BLOOD_PRESSURE: bloodPressure, COVID_19: covid19, HBA1C: hba1c } as const;

type Defined = typeof DEFINED;

/** The complete form of each kind of report. */
export type Forms = { [K in ReportTemplate]: z.output<Defined[K]['schema']> };

/** The form of each kind of report as it was typed so far. */
export type Drafts = { [K in ReportTemplate]: z.output<Defined[K]['draftSchema']> };

/** Every kind of report, for the server: a kind that is in the database but missing here does not compile. */
export const TEMPLATES: {
  readonly [K in ReportTemplate]: Template<K, Forms[K], Drafts[K]>;
} = DEFINED;

/** A complete form together with the template that it fills. */
export type FilledForm<K extends ReportTemplate = ReportTemplate> = {
  [P in K]: { template: P; form: Forms[P] };
}[K];

/** What a kind of report is called. */
export function templateTitle(template: ReportTemplate, t: Translate): string {
  return t(TEMPLATES[template].title);
}

/** What a kind of report is called; null for one whose kind is not known any more. */
export function titleOrNull(template: ReportTemplate | null, t: Translate): string | null {
  return template === null ? null : templateTitle(template, t);
}

/** Checks a form against its template, as it must be when a report is rendered. */
export function completeForm<K extends ReportTemplate>(
  template: K,
  form: unknown,
): { success: true; filled: FilledForm<K> } | { success: false; error: z.ZodError } {
  const result = TEMPLATES[template].schema.safeParse(form);
  return result.success ? { success: true, filled: { template, form: result.data } } : result;
}

/** The test information of a complete form as a person reads it, line by line, without the remarks. */
export function describeForm<K extends ReportTemplate>(
  { template, form }: FilledForm<K>,
  t: Translate,
): Row[] {
  return TEMPLATES[template].describe(form, t);
}
