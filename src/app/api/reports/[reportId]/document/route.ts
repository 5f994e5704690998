import { openReportDocument } from '@/reports/content/open-report-document';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';
import { pdfResponse } from '../../../pdf-response';
import { reportParams } from '../../report-params';

export const GET = defineRoute({
  summary: 'The PDF of a report, for its patient and the doctor who wrote it.',
  who: 'signed-in',
  limit: CHAIN_LIMITS.document,
  params: reportParams,
  file: 'application/pdf',
  run: async ({ actor, params }) => {
    const { pdf, fileName } = await openReportDocument(actor, params.reportId);
    return pdfResponse(pdf, fileName);
  },
});
