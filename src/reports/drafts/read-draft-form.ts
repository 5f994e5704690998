import type { ReportTemplate } from '@/generated/prisma/enums';
import { TEMPLATES, type Drafts } from '@/reports/templates/templates';

/** A form as it was typed so far, together with its template. */
export type FormAsTyped<K extends ReportTemplate = ReportTemplate> = {
  [P in K]: { template: P; form: Drafts[P] };
}[K];

/** A draft's form as it was saved. */
export function readDraftForm<K extends ReportTemplate>(
  template: K,
  form: unknown,
): FormAsTyped<K> {
  return { template, form: TEMPLATES[template].draftSchema.parse(form) };
}
