import type { ReportTemplate } from '@/generated/prisma/enums';
import type { IdentityDocument } from './identity-document';
import { TEMPLATES, type FilledForm } from './templates';

/** The identity document that a form names; null where it names none. */
export function identityOf<K extends ReportTemplate>({
  template,
  form,
}: FilledForm<K>): IdentityDocument | null {
  return TEMPLATES[template].identity?.(form) ?? null;
}
