import type { Actor } from '@/accounts/sessions/actor';
import { openReportDocument } from './open-report-document';
import type { ReportContent } from './report-content';
import { readReportContent } from './read-report-content';

/**
 * Reads a report for the doctor who wrote it and the patient it is addressed to, with the same checks and the same
 * audit events as for its PDF.
 * @returns null when only a person can read the PDF
 * @throws AppError as openReportDocument
 */
export async function showReport(actor: Actor, reportId: string): Promise<ReportContent | null> {
  const { template, pdf } = await openReportDocument(actor, reportId, 'summary');
  return readReportContent({ id: reportId, template }, pdf);
}
