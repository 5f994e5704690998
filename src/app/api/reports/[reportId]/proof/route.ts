import { exportProof } from '@/reports/verify/export-proof';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const GET = defineRoute({
  summary: 'The public facts that prove an anchored report, as a JSON file for its patient.',
  who: 'patient',
  params: reportParams,
  dataAction: 'duplicate',
  file: 'application/json',
  run: async ({ actor, params, locale }) => {
    const { fileName, proof } = await exportProof(actor, params.reportId, locale);
    return new Response(JSON.stringify(proof, null, 2), {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
      },
    });
  },
});
