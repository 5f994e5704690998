import type { Translate } from '@/messages/translator';

/** The title of a report; for one whose metadata is not known, its code. */
export function reportTitle(
  { title, code }: { title: string | null; code: string },
  t: Translate,
): string {
  return title ?? t('reports.reportTitle.withCode', { code });
}
