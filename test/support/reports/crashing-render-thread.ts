/** A thread of PDFs that dies of every form whose remarks are CRASH, as a fault in a library would make it. */
import type { ReportDocument } from '@/reports/documents/report-document';
import type { RenderAnswer } from '@/reports/documents/render-thread';

export const CRASH = 'crash';

export function renderTask({ form }: ReportDocument): RenderAnswer {
  // In a thread this ends the thread only, at once and without an answer.
  if (form.remarks === CRASH) process.exit(1);
  return { pdf: Uint8Array.from(Buffer.from(`%PDF- ${form.remarks}`)) };
}
