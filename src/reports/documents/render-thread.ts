import type { ReportDocument } from './report-document';
import { renderPdf } from './render-pdf';
import { UndrawableError } from '@/reports/pdf/require-drawable';

/** A thread's answer: an error loses its class and its sentences between threads. */
export type RenderAnswer = { pdf: Uint8Array } | { undrawable: UndrawableError['characters'] };

/** What a thread of the pool runs, one document at a time. */
export async function renderTask(document: ReportDocument): Promise<RenderAnswer> {
  try {
    return { pdf: await renderPdf(document) };
  } catch (error) {
    if (!(error instanceof UndrawableError)) throw error;
    return { undrawable: error.characters };
  }
}
