import { isAppError, type FieldErrors } from '@/platform/errors';
import type { ReportDocument } from '@/reports/documents/report-document';
import { renderPdf } from './render-pdf';

/** A thread's answer: an `AppError` loses its class and its fields between threads. */
export type RenderAnswer = { pdf: Uint8Array } | { undrawable: FieldErrors };

/** What a thread of the pool runs, one document at a time. */
export async function renderTask(document: ReportDocument): Promise<RenderAnswer> {
  try {
    return { pdf: await renderPdf(document) };
  } catch (error) {
    if (!isAppError(error, 'undrawable-character')) throw error;
    return { undrawable: error.fields ?? {} };
  }
}
