import type { ReportDocument } from './report-document';
import { renderPdf } from './render-pdf';
import { UndrawableError } from '@/reports/pdf/require-drawable';

/**
 * A thread's answer. An error is an answer, too: between threads it loses its class and its sentences, and looks like
 * the end of the thread.
 */
export type RenderAnswer =
  { pdf: Uint8Array } | { undrawable: UndrawableError['characters'] } | { failure: string };

/** What a thread of the pool runs, one document at a time. */
export async function renderTask(document: ReportDocument): Promise<RenderAnswer> {
  try {
    return { pdf: await renderPdf(document) };
  } catch (error) {
    if (error instanceof UndrawableError) return { undrawable: error.characters };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
