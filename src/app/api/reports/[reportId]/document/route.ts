import { z } from 'zod';
import { openReportDocument } from '@/reports/content/open-report-document';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';
import { pdfResponse } from '../../../pdf-response';
import { reportParams } from '../../report-params';

/** Whether it is saved rather than shown: the access log says so. */
const copyQuery = z.object({ copy: z.literal('yes').optional() });

export const GET = defineRoute({
  summary: 'The PDF of a report, for its patient and the doctor who wrote it.',
  who: 'signed-in',
  limit: CHAIN_LIMITS.document,
  params: reportParams,
  query: copyQuery,
  file: 'application/pdf',
  run: async ({ actor, params, query }) => {
    const what = query.copy === undefined ? 'document' : 'copy';
    const { pdf, fileName } = await openReportDocument(actor, params.reportId, what);
    return pdfResponse(pdf, fileName);
  },
});
