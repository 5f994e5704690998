import { openExport } from '@/interop/exports/open-export';
import { toWebStream } from '@/platform/to-web-stream';
import { defineRoute } from '../../../define-route';
import { exportParams } from '../../export-params';

export const GET = defineRoute({
  summary: 'The copy of a patient’s own records as a zip file; needs a fresh proof.',
  who: 'patient',
  limit: { calls: 20, minutes: 60 },
  params: exportParams,
  file: 'application/zip',
  run: async ({ actor, params }) => {
    const { fileName, bytes, content } = await openExport(actor, params.exportId);
    return new Response(toWebStream(content), {
      headers: {
        'content-type': 'application/zip',
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
      },
    });
  },
});
