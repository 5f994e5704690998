import { previewInput, previewReport } from '@/reports/drafts/preview-report';
import { defineRoute } from '../../../define-route';
import { pdfResponse } from '../../../pdf-response';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Renders the PDF of a complete draft, marked as a preview.',
  who: 'doctor',
  // Each one renders a whole PDF.
  limit: { calls: 60, minutes: 10 },
  params: reportParams,
  body: previewInput,
  file: 'application/pdf',
  run: async ({ actor, params, body }) =>
    pdfResponse(await previewReport(actor, params.reportId, body), 'MedAnchor-preview.pdf'),
});
