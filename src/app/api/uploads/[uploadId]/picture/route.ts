import { openOwnUpload } from '@/records/uploads/open-upload';
import { defineRoute } from '../../../define-route';
import { fileResponse } from '../../file-response';
import { uploadParams } from '../../upload-params';

export const GET = defineRoute({
  summary: 'A picture of an approved file that browsers cannot show.',
  who: 'patient',
  limit: { calls: 240, minutes: 60 },
  params: uploadParams,
  file: 'application/octet-stream',
  run: async ({ actor, params }) =>
    fileResponse(await openOwnUpload(actor, params.uploadId, 'picture')),
});
